package dev.tandem.insight.ui;

import com.vaadin.flow.component.html.Div;
import dev.tandem.insight.Action;
import dev.tandem.insight.Metric;
import dev.tandem.insight.Overview;
import dev.tandem.shared.Interval;
import dev.tandem.shared.Proportion;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.StatTile;
import dev.tandem.shared.ui.StatTile.Trend;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The figures above a report, each with the period before. */
final class OverviewTiles extends Div {
  private static final int SMALLEST_GROUP = 5;

  OverviewTiles(Overview now, Overview before, String period) {
    addClassName("stats");
    getElement().setAttribute("role", "group");
    getElement().setAttribute("aria-label", "Overview, " + period);
    add(
        rate(Metric.LIBRARY_USED, now.libraryUsed(), before.libraryUsed(), "live assets", 1),
        uses(now, before),
        users(now, before),
        rate(Metric.DEALS_SERVED, now.openDealsServed(), before.openDealsServed(), "open deals", 1),
        firstUse(now, before),
        searches(now, before),
        coverage(now),
        rate(Metric.FRESHNESS, now.fresh(), before.fresh(), "uses", 1));
  }

  private static StatTile uses(Overview now, Overview before) {
    var tile =
        new StatTile(
            Metric.USES.label(),
            Formats.count(now.uses()),
            "before: " + Formats.count(before.uses()));
    tile.add(
        trend(
            now,
            week ->
                Action.USES.stream()
                    .mapToLong(action -> week.counts().getOrDefault(action, 0L))
                    .sum(),
            "Uses by week"));
    return hinted(tile, Metric.USES);
  }

  private static StatTile users(Overview now, Overview before) {
    return hinted(
        new StatTile(
            Metric.USERS.label(), people(now.users()), "reps, before: " + people(before.users())),
        Metric.USERS);
  }

  private static String people(long users) {
    return users > 0 && users < SMALLEST_GROUP
        ? "fewer than " + SMALLEST_GROUP
        : Formats.count(users);
  }

  private static StatTile firstUse(Overview now, Overview before) {
    var tile =
        new StatTile(
            Metric.FIRST_USE.label(),
            Cells.duration(now.firstUse().median()),
            now.firstUse().count() == 0
                ? "nothing was used from a list yet"
                : "median of "
                    + Formats.count(now.firstUse().count(), "list", "lists")
                    + ", before: "
                    + Cells.duration(before.firstUse().median()).replace(' ', '\u00a0'));
    return hinted(tile, Metric.FIRST_USE);
  }

  private static StatTile searches(Overview now, Overview before) {
    var tile =
        rate(
            Metric.SEARCHES_WITHOUT_USE,
            failed(now.searchesUsed()),
            failed(before.searchesUsed()),
            "searches",
            -1);
    tile.add(
        trend(
            now,
            week -> week.searches().trials() == 0 ? Double.NaN : failed(week.searches()).rate(),
            "Share of searches without a use by week"));
    return tile;
  }

  private static Proportion failed(Proportion used) {
    return new Proportion(used.trials() - used.successes(), used.trials());
  }

  private static StatTile coverage(Overview now) {
    var coverage = now.coverage();
    return hinted(
        new StatTile(
            Metric.COVERAGE.label(),
            Formats.percent(coverage.rate()),
            coverage.trials() == 0
                ? "no persona is named yet"
                : Formats.count(coverage.successes())
                    + " of "
                    + Formats.count(coverage.trials())
                    + " stages × personas, as of now"),
        Metric.COVERAGE);
  }

  /**
   * @param better 1 where more is better, -1 where less is
   */
  private static StatTile rate(
      Metric metric, Proportion now, Proportion before, String of, int better) {
    var tile =
        new StatTile(
            metric.label(),
            Formats.percent(now.rate()),
            now.trials() == 0
                ? "no " + of + " yet"
                : Formats.count(now.successes())
                    + " of "
                    + Formats.count(now.trials())
                    + " "
                    + of
                    + (before.trials() == 0 ? "" : ", before: " + percent(before.rate())));
    if (now.trials() > 0 && before.trials() > 0 && before.successes() > 0) {
      // of the figures as they are shown, so that nobody finds another difference
      long points = Math.round(now.rate() * 100) - Math.round(before.rate() * 100);
      if (points != 0)
        tile.withTrend(
            Formats.count(Math.abs(points), "point", "points") + (points > 0 ? " more" : " less"),
            points > 0,
            trend(now.minus95(before), better));
    }
    return hinted(tile, metric);
  }

  static Trend trend(Interval difference, int better) {
    if (difference.low() <= 0 && difference.high() >= 0) return Trend.UNCERTAIN;
    return difference.low() * better > 0 ? Trend.BETTER : Trend.WORSE;
  }

  /** On one line. */
  private static String percent(double rate) {
    return Formats.percent(rate).replace(' ', '\u00a0');
  }

  private static StatTile hinted(StatTile tile, Metric metric) {
    tile.setTitle(metric.hint());
    return tile;
  }

  private static Sparkline trend(
      Overview overview, ToDoubleFunction<Overview.Week> value, String description) {
    List<Double> values =
        overview.weeks().stream().map(week -> (Double) value.applyAsDouble(week)).toList();
    return new Sparkline(values, description);
  }
}
