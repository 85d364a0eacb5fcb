package dev.tandem.insight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.ValueProvider;
import dev.tandem.insight.Grouping;
import dev.tandem.insight.PerformanceRow;
import dev.tandem.shared.Proportion;
import dev.tandem.shared.ui.Formats;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** The table of a report; every rate shows what it was counted from and how sure it is. */
final class PerformanceGrid extends Grid<PerformanceRow> {
  /** Below so many trials a rate says nothing yet. */
  private static final int ENOUGH = 10;

  private static final int ENOUGH_DEALS = 10;

  private final transient Consumer<PerformanceRow> toDeals;

  /**
   * @param toDeals shows the deals behind the row of an asset
   */
  PerformanceGrid(Grouping by, Consumer<PerformanceRow> toDeals) {
    this.toDeals = toDeals;
    addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES);
    addClassName("performance-grid");
    setColumnReorderingAllowed(true);
    setEmptyStateText("Nothing was seen or used in this period.");
    addComponentColumn(row -> name(by, row))
        .setHeader(by.label())
        .setComparator(Comparator.comparing(PerformanceRow::label))
        .setFlexGrow(3)
        .setWidth("min(16rem, 45vw)") // beside it others must be seen on a phone, too
        .setFrozen(true);
    number("Seen", "Times it was really visible on a list", PerformanceRow::impressions);
    number("Uses", "Opened, downloaded, link copied or sent", PerformanceRow::uses);
    rate("Use rate", "Used after being seen on the same list", PerformanceRow::useRate);
    addComponentColumn(row -> deals(row, by == Grouping.ASSET))
        .setHeader(header("Deals", "Deals it was used on, as they stand now"))
        .setComparator(Comparator.comparingLong(row -> row.deals().touched()))
        .setWidth("12rem")
        .setFlexGrow(1);
    addComponentColumn(PerformanceGrid::winRate)
        .setHeader(
            header("Win rate", "Won out of decided deals that used it. An association only."))
        .setComparator(Comparator.comparingDouble(row -> row.deals().winRate().wilson95().low()))
        .setWidth("9rem")
        .setFlexGrow(0);
    addColumn(PerformanceGrid::revenue)
        .setHeader(header("Influenced", "Won amounts credited by the attribution chosen above"))
        .setComparator(
            Comparator.comparing(
                row ->
                    row.influenced().isEmpty()
                        ? java.math.BigDecimal.ZERO
                        : row.influenced().getFirst().amount()))
        .setTextAlign(ColumnTextAlign.END)
        .setWidth("8rem")
        .setFlexGrow(0);
    number("Sent", "Times it was sent to a buyer", PerformanceRow::shares);
    number("Buyer views", "Times a buyer looked at it", PerformanceRow::buyerViews);
    number("Reps", "Different people who used it", PerformanceRow::users);
    rate("Helpful", "Helpful out of all ratings", PerformanceRow::helpful);
    if (by == Grouping.ASSET)
      addItemClickListener(
          click -> {
            if (click.getColumn() != getColumns().getFirst()) toDeals.accept(click.getItem());
          });
  }

  private void number(String name, String meaning, ToLongFunction<PerformanceRow> value) {
    addColumn(row -> Formats.count(value.applyAsLong(row)))
        .setHeader(header(name, meaning))
        .setComparator(Comparator.comparingLong(value))
        .setTextAlign(ColumnTextAlign.END)
        .setWidth(name.length() > 6 ? "7.2rem" : "5.6rem")
        .setFlexGrow(0);
  }

  private void rate(String name, String meaning, ValueProvider<PerformanceRow, Proportion> value) {
    addComponentColumn(row -> rateCell(value.apply(row), ENOUGH))
        .setHeader(header(name, meaning))
        .setComparator(Comparator.comparingDouble(row -> value.apply(row).wilson95().low()))
        .setWidth("9rem")
        .setFlexGrow(0);
  }

  private static Component header(String name, String meaning) {
    var header = new Span(name);
    header.setTitle(meaning);
    return header;
  }

  private static Component name(Grouping by, PerformanceRow row) {
    if (by != Grouping.ASSET) return new Span(row.label());
    var link = new Anchor("library/" + row.key(), row.label());
    link.setRouterIgnore(false);
    link.setTitle(row.label());
    link.addClassName("grid-link");
    return link;
  }

  private static Component rateCell(Proportion rate, int enough) {
    if (rate.trials() == 0) return faint("–");
    var counted = new Span(Formats.count(rate.successes()) + " of " + Formats.count(rate.trials()));
    counted.addClassName("caption");
    if (rate.trials() < enough) {
      var little = new Div(counted, faint("too few to judge"));
      little.addClassName("rate-cell");
      return little;
    }
    var share = new Span(Formats.percent(rate.rate()));
    share.addClassName("rate");
    var interval = new Span(Formats.interval(rate.wilson95()));
    interval.addClassName("caption");
    var cell = new Div(new Div(share, interval), counted);
    cell.addClassName("rate-cell");
    cell.getElement()
        .setAttribute("title", "95 % interval " + Formats.interval(rate.wilson95()) + " (Wilson)");
    return cell;
  }

  private static Component winRate(PerformanceRow row) {
    return rateCell(row.deals().winRate(), ENOUGH_DEALS);
  }

  private Component deals(PerformanceRow row, boolean clickable) {
    var deals = row.deals();
    if (deals.touched() == 0) return faint("–");
    var bar = new Div();
    bar.addClassName("deal-bar");
    part(bar, "won", deals.won(), deals.touched());
    part(bar, "open", deals.open(), deals.touched());
    part(bar, "lost", deals.lost(), deals.touched());
    var words =
        new Span(deals.won() + " won · " + deals.open() + " open · " + deals.lost() + " lost");
    words.addClassName("caption");
    if (!clickable) return new Div(bar, words);
    var button = new NativeButton();
    button.add(bar, words);
    button.addClassName("deal-bar-button");
    button.setAriaLabel("Deals of " + row.label() + ": " + words.getText().replace(" ·", ","));
    button.addClickListener(click -> toDeals.accept(row));
    button.getElement().addEventListener("click", click -> {}).stopPropagation();
    return button;
  }

  private static void part(Div bar, String kind, long count, long of) {
    if (count == 0) return;
    var part = new Div();
    part.addClassName("deal-bar-" + kind);
    part.getStyle().set("flex-grow", String.valueOf((double) count / of));
    bar.add(part);
  }

  private static String revenue(PerformanceRow row) {
    return row.influenced().isEmpty()
        ? "–"
        : row.influenced().stream().map(Formats::shortMoney).collect(Collectors.joining(" + "));
  }

  private static Span faint(String text) {
    var span = new Span(text);
    span.addClassName("caption");
    return span;
  }
}
