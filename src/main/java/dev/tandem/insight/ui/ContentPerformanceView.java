package dev.tandem.insight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import dev.tandem.identity.Roles;
import dev.tandem.insight.Attribution;
import dev.tandem.insight.ContentPerformance;
import dev.tandem.insight.Grouping;
import dev.tandem.insight.Overview;
import dev.tandem.insight.PerformanceCsv;
import dev.tandem.insight.PerformanceQuery;
import dev.tandem.insight.PerformanceRow;
import dev.tandem.library.AssetId;
import dev.tandem.shared.Proportion;
import dev.tandem.shared.ui.EmptyState;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.PageHeader;
import dev.tandem.shared.ui.Panel;
import dev.tandem.shared.ui.StatTile;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
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
  private final Div content = new Div();
  private final Div controls = new Div();

  ContentPerformanceView(ContentPerformance performance, DealTable dealTable, Clock clock) {
    this.performance = performance;
    this.dealTable = dealTable;
    this.clock = clock;
    addClassName("view");
    controls.addClassName("report-controls");
    content.addClassName("report");
    add(
        new PageHeader(
            "Content performance",
            "What reps and buyers did with content, and in which deals. Every rate shows what it"
                + " was counted from; deals and revenue are associations, not effects."),
        controls,
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
    controls.removeAll();
    content.removeAll();
    var query = state.query();
    var rows = performance.report(query);
    controls.add(period(state), from(state), to(state), by(state), attribution(state));
    controls.add(download(query, rows));
    if (rows.isEmpty()) {
      content.add(
          new EmptyState(
              VaadinIcon.BAR_CHART,
              "Nothing was seen or used from " + state.period().inWords(),
              "As soon as reps open, send or judge content, it shows here. Choose a longer period"
                  + " to look further back."));
      return;
    }
    var overview = performance.overview(query.window());
    content.add(tiles(overview, performance.overview(query.window().before()), state));
    var charts = new Div(trend(overview), stages(state), types(state));
    charts.addClassName("report-charts");
    content.add(charts, table(state, rows));
  }

  private Component period(PerformanceState state) {
    var today = LocalDate.now(clock);
    var select = new Select<Integer>();
    select.setLabel("Period");
    select.setItems(30, 90, 180, 365);
    select.setItemLabelGenerator(days -> "Last " + days + " days");
    select.setEmptySelectionAllowed(true);
    select.setEmptySelectionCaption("Own dates");
    select.setValue(
        List.of(30, 90, 180, 365).stream()
            .filter(days -> Period.lastDays(days, today).equals(state.period()))
            .findFirst()
            .orElse(null));
    select.addValueChangeListener(
        change -> {
          if (change.getValue() != null && change.isFromClient())
            go(state.with(Period.lastDays(change.getValue(), today)));
        });
    return select;
  }

  private Component from(PerformanceState state) {
    var picker = new DatePicker("From", state.period().first());
    picker.setMax(state.period().last());
    picker.setLocale(Locale.UK);
    picker.addValueChangeListener(
        change -> {
          if (change.getValue() != null && change.isFromClient())
            go(state.with(new Period(change.getValue(), state.period().last())));
        });
    return picker;
  }

  private Component to(PerformanceState state) {
    var picker = new DatePicker("To", state.period().last());
    picker.setMin(state.period().first());
    picker.setLocale(Locale.UK);
    picker.addValueChangeListener(
        change -> {
          if (change.getValue() != null && change.isFromClient())
            go(state.with(new Period(state.period().first(), change.getValue())));
        });
    return picker;
  }

  private Component by(PerformanceState state) {
    var select = new Select<Grouping>();
    select.setLabel("Rows");
    select.setItems(Grouping.values());
    select.setItemLabelGenerator(Grouping::label);
    select.setValue(state.by());
    select.addValueChangeListener(
        change -> {
          if (change.isFromClient()) go(state.with(change.getValue()));
        });
    return select;
  }

  private Component attribution(PerformanceState state) {
    var select = new Select<Attribution>();
    select.setLabel("Attribution");
    select.addClassName("wide-select");
    select.setItems(Attribution.values());
    select.setItemLabelGenerator(Attribution::label);
    select.setValue(state.attribution());
    select.setHelperText("touches up to " + state.windowDays() + " days before the close");
    select.addValueChangeListener(
        change -> {
          if (change.isFromClient()) go(state.with(change.getValue()));
        });
    return select;
  }

  private static Component download(PerformanceQuery query, List<PerformanceRow> rows) {
    var handler =
        DownloadHandler.fromInputStream(
            request -> {
              var csv = new StringWriter();
              PerformanceCsv.write(csv, query, rows);
              var bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
              return new DownloadResponse(
                  new ByteArrayInputStream(bytes),
                  "content-performance.csv",
                  "text/csv;charset=UTF-8",
                  bytes.length);
            });
    var link = new Anchor(handler, "Download CSV");
    link.addClassName("download-link");
    link.addComponentAsFirst(VaadinIcon.DOWNLOAD_ALT.create());
    return link;
  }

  private static Component tiles(Overview now, Overview before, PerformanceState state) {
    var tiles =
        new Div(
            tile("Library used", now.libraryUsed(), before.libraryUsed(), "live assets"),
            new StatTile(
                "Uses",
                Formats.count(now.uses()),
                "by "
                    + Formats.count(now.users(), "rep", "reps")
                    + ", before: "
                    + Formats.count(before.uses())),
            tile(
                "Open deals with content",
                now.openDealsServed(),
                before.openDealsServed(),
                "open deals"),
            tile(
                "Searches that led to a use",
                now.searchesUsed(),
                before.searchesUsed(),
                "searches"));
    tiles.addClassName("stats");
    tiles.getElement().setAttribute("aria-label", "Overview, " + state.period().inWords());
    return tiles;
  }

  private static StatTile tile(String name, Proportion now, Proportion before, String of) {
    var tile =
        new StatTile(
            name,
            Formats.percent(now.rate()),
            now.trials() == 0
                ? "no " + of + " yet"
                : Formats.count(now.successes()) + " of " + Formats.count(now.trials()) + " " + of);
    if (now.trials() > 0 && before.trials() > 0 && before.successes() > 0) {
      long points = Math.round((now.rate() - before.rate()) * 100);
      if (points != 0) tile.withTrend(Math.abs(points) + " points", points > 0);
    }
    return tile;
  }

  private static Component trend(Overview overview) {
    var panel =
        new Panel("Use by week", PerformanceCharts.trend(overview.weeks()))
            .withCaption("weeks begin on Monday; the first and last may be incomplete");
    panel.addClassName("report-chart-wide");
    return panel;
  }

  private Component stages(PerformanceState state) {
    return bars(state, Grouping.STAGE, "By stage", "the deal's stage at the moment of use");
  }

  private Component types(PerformanceState state) {
    return bars(state, Grouping.TYPE, "By content type", "the " + BARS + " most used");
  }

  private Component bars(PerformanceState state, Grouping by, String title, String caption) {
    var rows = performance.report(state.with(by).query());
    return new Panel(
            title, PerformanceCharts.mostUsed(rows, BARS, "Uses " + title.toLowerCase(Locale.ROOT)))
        .withCaption(caption);
  }

  private Component table(PerformanceState state, List<PerformanceRow> rows) {
    var grid = new PerformanceGrid(state.by());
    var items = grid.setItems(rows);
    grid.setAllRowsVisible(rows.size() <= 12);
    if (state.by() == Grouping.ASSET) {
      grid.addItemClickListener(
          click -> {
            if (click.getColumn() != grid.getColumns().getFirst()) open(click.getItem(), state);
          });
    }
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
                ? "Click a row for the deals behind it."
                : "Rates below ten observations are not shown.");
    hint.addClassName("caption");
    return new Panel("All " + state.by().label().toLowerCase(Locale.ROOT) + " rows", hint, grid)
        .withCaption(Formats.count(rows.size(), "row", "rows") + ", " + state.period().inWords())
        .withActions(filter);
  }

  private void open(PerformanceRow row, PerformanceState state) {
    var dialog = new Dialog(row.label());
    dialog.setWidth("min(46rem, 96vw)");
    var uses = performance.dealsOf(new AssetId(row.key()), state.period().window());
    Grid<?> deals = dealTable.of(uses);
    dialog.add(
        uses.isEmpty()
            ? new Paragraph("It was not used on any deal in this period.")
            : new Div(
                new Paragraph(
                    "Used on "
                        + Formats.count(uses.size(), "deal", "deals")
                        + ", "
                        + state.period().inWords()
                        + ". That a deal was won does not say that the asset won it."),
                deals));
    var page = new Anchor("library/" + row.key(), "Open the asset");
    page.setRouterIgnore(false);
    dialog.getFooter().add(page);
    dialog.open();
  }
}
