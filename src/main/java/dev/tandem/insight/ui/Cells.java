package dev.tandem.insight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.tandem.insight.Metric;
import dev.tandem.insight.PerformanceRow;
import dev.tandem.shared.Interval;
import dev.tandem.shared.Money;
import dev.tandem.shared.Proportion;
import dev.tandem.shared.ui.Formats;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What stands in the tables of the reports. */
final class Cells {
  /** Below so many trials a rate says nothing yet. */
  static final int ENOUGH = 10;

  private Cells() {}

  static Span faint(String text) {
    var span = new Span(text);
    span.addClassName("caption");
    return span;
  }

  static Component header(Metric metric) {
    var header = new Span(metric.label());
    header.setTitle(metric.hint());
    return header;
  }

  static Component asset(String id, String title) {
    var link = new Anchor("library/" + id, title);
    link.setRouterIgnore(false);
    link.setTitle(title);
    link.addClassName("grid-link");
    return link;
  }

  static Component deal(String id, String name) {
    var link = new Anchor("deals/" + id, name);
    link.setRouterIgnore(false);
    link.addClassName("grid-link");
    return link;
  }

  /** A rate with what it was counted from and its interval. */
  static Component rate(Proportion rate) {
    if (rate.trials() == 0) return faint("–");
    var counted = faint(Formats.count(rate.successes()) + " of " + Formats.count(rate.trials()));
    var cell = new Div();
    cell.addClassName("rate-cell");
    if (rate.trials() < ENOUGH) {
      cell.add(counted, faint("too few to judge"));
      return cell;
    }
    var share = new Span(Formats.percent(rate.rate()));
    share.addClassName("rate");
    cell.add(new Div(share, faint(Formats.interval(rate.wilson95()))), counted);
    cell.setTitle("95 % interval " + Formats.interval(rate.wilson95()) + " (Wilson)");
    return cell;
  }

  static Component deals(PerformanceRow.DealCounts deals) {
    if (deals.touched() == 0) return faint("–");
    var bar = new Div();
    bar.addClassName("deal-bar");
    part(bar, "won", deals.won(), deals.touched());
    part(bar, "open", deals.open(), deals.touched());
    part(bar, "lost", deals.lost(), deals.touched());
    return new Div(
        bar,
        faint(
            Formats.count(deals.won())
                + "\u00a0won · "
                + Formats.count(deals.open())
                + "\u00a0open · "
                + Formats.count(deals.lost())
                + "\u00a0lost"));
  }

  private static void part(Div bar, String kind, long count, long of) {
    if (count == 0) return;
    var part = new Div();
    part.addClassName("deal-bar-" + kind);
    part.getStyle().set("flex-grow", String.valueOf((double) count / of));
    bar.add(part);
  }

  static String money(List<Money> sums) {
    return sums.isEmpty()
        ? "–"
        : sums.stream().map(Formats::shortMoney).collect(Collectors.joining(" + "));
  }

  /** One line a currency. */
  static Component amounts(List<Money> sums) {
    var cell = new Div();
    cell.addClassName("amounts");
    if (sums.isEmpty()) cell.add(faint("–"));
    for (var sum : sums) cell.add(new Span(Formats.shortMoney(sum)));
    return cell;
  }

  /** "+12 points". */
  static String points(double difference) {
    return String.format(Locale.ROOT, "%+d", Math.round(difference * 100)) + " points";
  }

  /** "−3 to +21". */
  static String points(Interval interval) {
    return String.format(
        Locale.ROOT,
        "%+d to %+d",
        Math.round(interval.low() * 100),
        Math.round(interval.high() * 100));
  }

  /** Seconds as people say them. */
  static String duration(double seconds) {
    if (Double.isNaN(seconds)) return "–";
    if (seconds < 90) return Math.round(seconds) + " s";
    if (seconds < 90 * 60) return Math.round(seconds / 60) + " min";
    if (seconds < 48 * 3_600) return Math.round(seconds / 3_600) + " h";
    return Math.round(seconds / 86_400) + " days";
  }
}
