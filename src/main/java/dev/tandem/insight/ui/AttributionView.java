package dev.tandem.insight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tandem.identity.Roles;
import dev.tandem.insight.Attribution;
import dev.tandem.insight.AttributionReport;
import dev.tandem.insight.AttributionReport.Row;
import dev.tandem.insight.EffectReport;
import dev.tandem.insight.Metric;
import dev.tandem.insight.PerformanceQuery;
import dev.tandem.insight.ReportTables;
import dev.tandem.shared.Money;
import dev.tandem.shared.ui.EmptyState;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Panel;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;

/** The same won amounts, shared out by every convention side by side. */
@Route("performance/attribution")
@PageTitle("Attribution · Content performance · Tandem")
@RolesAllowed({Roles.MARKETER, Roles.ADMINISTRATOR})
class AttributionView extends ReportView {
  private final transient AttributionReport report;
  private final transient EffectReport effects;

  AttributionView(AttributionReport report, EffectReport effects, Clock clock) {
    super(
        "performance/attribution",
        "Influenced revenue",
        "The same won amounts, shared out by each convention. None of them measures what content"
            + " caused; where they differ much, none should be relied on.",
        clock);
    this.report = report;
    this.effects = effects;
    addClassName("attribution-view");
  }

  @Override
  Component[] controls(ReportState state) {
    return new Component[] {AttributionFields.halfLife(state)};
  }

  @Override
  void show(ReportState state, Div content) {
    shares(state, content);
    content.add(
        new EffectPanel(effects.effects(state.period().window()), state.period().inWords()));
  }

  private void shares(ReportState state, Div content) {
    int windowDays = PerformanceQuery.DEFAULT_WINDOW_DAYS;
    var page = report.attribution(state.period().window(), windowDays, state.halfLifeDays());
    if (page.dealsWon() == 0) {
      content.add(
          new EmptyState(
              VaadinIcon.COIN_PILES,
              "No deal was won, " + state.period().inWords(),
              "Amounts of won deals are shared out among what buyers were sent before."));
      return;
    }
    var grid = grid(page.rows(), state.halfLifeDays());
    content.add(
        new Panel("By asset", rules(page, windowDays), grid)
            .withCaption(state.period().inWords())
            .withActions(new ExportLinks(() -> ReportTables.attribution(page))));
  }

  private static Component rules(AttributionReport.Page page, int windowDays) {
    return Cells.faint(
        Formats.count(page.dealsCredited())
            + " of "
            + Formats.count(page.dealsWon(), "deal won has", "deals won have")
            + " a touch (sent, or seen by the buyer) in the "
            + windowDays
            + " days before the close: "
            + Cells.money(page.credited())
            + " of "
            + Cells.money(page.won())
            + ", which every column sums to. Left out: deals without a touch"
            + (page.withoutAmount() == 0
                ? "."
                : ", and " + Formats.count(page.withoutAmount()) + " without an amount."));
  }

  private static Grid<Row> grid(List<Row> rows, double halfLifeDays) {
    var grid = new Grid<Row>();
    grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES);
    grid.addClassName("performance-grid");
    grid.addComponentColumn(row -> Cells.asset(row.asset(), row.label()))
        .setHeader("Asset")
        .setComparator(Comparator.comparing(Row::label))
        .setWidth("min(12rem, 45vw)")
        .setFlexGrow(2)
        .setFrozen(true);
    grid.addColumn(row -> Formats.count(row.deals()))
        .setHeader("Deals")
        .setComparator(Comparator.comparingLong(Row::deals))
        .setTextAlign(ColumnTextAlign.END)
        .setWidth("4.6rem")
        .setFlexGrow(0);
    for (var model : Attribution.values()) {
      var header = new Span(model.label(halfLifeDays));
      header.addClassName("wrapped-header");
      header.setTitle(Metric.INFLUENCED_REVENUE.caveat());
      grid.addComponentColumn(row -> Cells.amounts(credit(row, model)))
          .setHeader(header)
          .setComparator(Comparator.comparingDouble(row -> amount(credit(row, model))))
          .setTextAlign(ColumnTextAlign.END)
          .setWidth("6.4rem")
          .setFlexGrow(1);
    }
    grid.setItems(rows);
    grid.setAllRowsVisible(rows.size() <= 12);
    return grid;
  }

  private static List<Money> credit(Row row, Attribution model) {
    return row.credit().getOrDefault(model, List.of());
  }

  private static double amount(List<Money> sums) {
    return sums.isEmpty() ? 0 : sums.getFirst().amount().doubleValue();
  }
}
