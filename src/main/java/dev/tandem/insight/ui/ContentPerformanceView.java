package dev.tandem.insight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tandem.identity.Roles;
import dev.tandem.insight.ContentPerformance;
import dev.tandem.insight.Grouping;
import dev.tandem.insight.Metric;
import dev.tandem.insight.Overview;
import dev.tandem.insight.PerformanceRow;
import dev.tandem.insight.UseTables;
import dev.tandem.library.AssetId;
import dev.tandem.shared.ui.EmptyState;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.PageHeader;
import dev.tandem.shared.ui.Panel;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Which content is used, at which stage, in which deals. */
@Route("performance")
@PageTitle("Content performance · Tandem")
@Menu(title = "Content performance", order = 40, icon = "vaadin:bar-chart-h")
@RolesAllowed({Roles.MARKETER, Roles.ADMINISTRATOR})
class ContentPerformanceView extends Div implements AfterNavigationObserver {
  private static final int BARS = 8;

  private final transient ContentPerformance performance;
  private final transient DealTable dealTable;
  private final transient Clock clock;
  private final Div tabs = new Div();
  private final Div content = new Div();

  ContentPerformanceView(ContentPerformance performance, DealTable dealTable, Clock clock) {
    this.performance = performance;
    this.dealTable = dealTable;
    this.clock = clock;
    addClassName("view");
    content.addClassName("report");
    add(
        new PageHeader(
            "Content performance",
            "What reps and buyers did with content, and in which deals. Every rate shows what it"
                + " was counted from; deals and revenue are associations, not effects."),
        tabs,
        content);
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    show(PerformanceState.read(event.getLocation().getQueryParameters(), LocalDate.now(clock)));
  }

  private void go(PerformanceState state) {
    UI.getCurrent().navigate("performance", state.write());
  }

  private void show(PerformanceState state) {
    tabs.removeAll();
    tabs.add(new InsightTabs(state.period(), getClass()));
    content.removeAll();
    var page = performance.page(state.query());
    var rows = page.rows();
    content.add(new PerformanceControls(state, LocalDate.now(clock), this::go));
    if (rows.isEmpty()) {
      content.add(
          new EmptyState(
              VaadinIcon.BAR_CHART,
              "Nothing was seen or used, " + state.period().inWords(),
              "As soon as reps open, send or judge content, it shows here. Choose a longer period"
                  + " to look further back."));
      return;
    }
    var beside =
        new Paragraph(state.period().inWords() + "; before: " + state.period().before().inWords());
    beside.addClassNames("caption", "figures-window");
    content.add(
        beside,
        new OverviewTiles(page.now(), page.before(), state.period().inWords()),
        new FigureMeanings(
            Metric.LIBRARY_USED,
            Metric.USES,
            Metric.USERS,
            Metric.DEALS_SERVED,
            Metric.FIRST_USE,
            Metric.SEARCHES_WITHOUT_USE,
            Metric.COVERAGE,
            Metric.FRESHNESS,
            Metric.IMPRESSIONS,
            Metric.USE_RATE,
            Metric.DEALS,
            Metric.WIN_RATE));
    var charts =
        new Div(
            trend(page.now()),
            new Panel("By stage", PerformanceCharts.byStage(page.byStage(), "Uses by stage"))
                .withCaption("the deal's stage at the moment of use"),
            new Panel(
                    "By content type",
                    PerformanceCharts.mostUsed(page.byType(), BARS, "Uses by content type"))
                .withCaption("the " + BARS + " most used"));
    charts.addClassName("report-charts");
    content.add(charts, table(state, rows));
    rows.stream()
        .filter(row -> state.by() == Grouping.ASSET && row.key().equals(state.deals()))
        .findFirst()
        .ifPresent(row -> open(row, state));
  }

  private static Component trend(Overview overview) {
    var panel =
        new Panel("Use by week", PerformanceCharts.trend(overview.weeks()))
            .withCaption("weeks begin on Monday; the first and last may be incomplete");
    panel.addClassName("report-chart-wide");
    return panel;
  }

  private Component table(PerformanceState state, List<PerformanceRow> rows) {
    var grid = new PerformanceGrid(state.by(), row -> open(row, state));
    var items = grid.setItems(rows);
    grid.setAllRowsVisible(rows.size() <= 12);
    var filter = new TextField();
    filter.setPlaceholder("Filter by name");
    filter.setAriaLabel("Filter rows by name");
    filter.setClearButtonVisible(true);
    filter.setValueChangeMode(ValueChangeMode.LAZY);
    filter.addValueChangeListener(
        change -> {
          var wanted = change.getValue().toLowerCase(Locale.ROOT).strip();
          items.setFilter(row -> row.label().toLowerCase(Locale.ROOT).contains(wanted));
        });
    var hint =
        new Paragraph(
            state.by() == Grouping.ASSET
                ? "Click a row, or its deals, for what it was counted from."
                : "Rates below ten observations are not shown.");
    hint.addClassName("caption");
    return new Panel("All " + state.by().label().toLowerCase(Locale.ROOT) + " rows", hint, grid)
        .withCaption(Formats.count(rows.size(), "row", "rows") + ", " + state.period().inWords())
        .withActions(filter, new ExportLinks(() -> UseTables.performance(state.query(), rows)));
  }

  /** The address says whose deals are open, without a step back for each. */
  private void open(PerformanceRow row, PerformanceState state) {
    var period = state.period();
    var dialog =
        new DealsBehind(
            row, performance.dealsOf(new AssetId(row.key()), period.window()), dealTable, period);
    address(state.withDealsOf(row.key()));
    dialog.addOpenedChangeListener(
        change -> {
          if (!change.isOpened() && isAttached()) address(state.withDealsOf(null));
        });
    dialog.open();
  }

  private static void address(PerformanceState state) {
    var history = UI.getCurrent().getPage().getHistory();
    history.replaceState(null, "performance?" + state.write().getQueryString());
  }
}
