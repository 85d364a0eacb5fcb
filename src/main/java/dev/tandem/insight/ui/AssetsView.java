package dev.tandem.insight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tandem.identity.Roles;
import dev.tandem.insight.AssetReport;
import dev.tandem.insight.AssetRow;
import dev.tandem.insight.Attribution;
import dev.tandem.insight.ContentPerformance;
import dev.tandem.insight.Grouping;
import dev.tandem.insight.PerformanceQuery;
import dev.tandem.insight.ReportTables;
import dev.tandem.insight.statistics.Comparison;
import dev.tandem.library.AssetId;
import dev.tandem.library.NearCopies;
import dev.tandem.shared.ui.EmptyState;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Panel;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every asset with all that can be said of it. */
@Route("performance/assets")
@PageTitle("Assets · Content performance · Tandem")
@RolesAllowed({Roles.MARKETER, Roles.ADMINISTRATOR})
class AssetsView extends ReportView {
  private final transient AssetReport report;
  private final transient ContentPerformance performance;
  private final transient NearCopies copies;
  private final transient DealTable dealTable;

  AssetsView(
      AssetReport report,
      ContentPerformance performance,
      NearCopies copies,
      DealTable dealTable,
      Clock clock) {
    super(
        "performance/assets",
        "Assets",
        "What became of each asset. Differences and revenue are associations, not effects.",
        clock);
    this.report = report;
    this.performance = performance;
    this.copies = copies;
    this.dealTable = dealTable;
    addClassName("assets-view");
  }

  @Override
  Component[] controls(ReportState state) {
    return state.attribution() == Attribution.TIME_DECAY
        ? new Component[] {AttributionFields.model(state), AttributionFields.halfLife(state)}
        : new Component[] {AttributionFields.model(state)};
  }

  @Override
  void show(ReportState state, Div content) {
    var rows =
        report.assets(
            new PerformanceQuery(
                state.period().window(),
                Grouping.ASSET,
                state.attribution(),
                PerformanceQuery.DEFAULT_WINDOW_DAYS,
                state.halfLifeDays()));
    if (rows.isEmpty()) {
      content.add(
          new EmptyState(
              VaadinIcon.FILE_TEXT_O,
              "Nothing was seen or used, " + state.period().inWords(),
              "As soon as reps open, send or judge content, it shows here."));
      return;
    }
    var grid = new AssetGrid(state, copies, row -> open(row, state));
    var items = grid.setItems(rows);
    grid.setAllRowsVisible(rows.size() <= 12);
    var filter = new TextField();
    filter.setPlaceholder("Filter by title or type");
    filter.setAriaLabel("Filter assets by title or type");
    filter.setClearButtonVisible(true);
    filter.setValueChangeMode(ValueChangeMode.LAZY);
    filter.setValue(state.get("q"));
    items.setFilter(row -> matches(row, state.get("q")));
    filter.addValueChangeListener(
        change -> {
          items.setFilter(row -> matches(row, change.getValue()));
          if (change.isFromClient()) grid.state("q", change.getValue());
        });
    content.add(
        new Panel("All assets", told(rows), grid)
            .withCaption(
                Formats.count(rows.size(), "asset", "assets") + ", " + state.period().inWords())
            .withActions(
                filter, grid.columnChooser(), new ExportLinks(() -> ReportTables.assets(rows))));
    rows.stream()
        .filter(row -> row.figures().key().equals(state.get("deals")))
        .findFirst()
        .ifPresent(row -> open(row, state));
  }

  private static boolean matches(AssetRow row, String wanted) {
    var words = wanted.toLowerCase(Locale.ROOT).strip();
    return row.figures().label().toLowerCase(Locale.ROOT).contains(words)
        || (row.asset() != null
            && row.asset().type().value().label().toLowerCase(Locale.ROOT).contains(words));
  }

  /** What was compared, said once for all rows. */
  private static Component told(List<AssetRow> rows) {
    long compared = rows.stream().filter(row -> row.winRate() != null).count();
    var alike = rows.stream().flatMap(row -> alike(row).stream()).toList();
    long enough = alike.size();
    long standOut = alike.stream().filter(Comparison.Alike::standsOut).count();
    return Cells.faint(
        "Win rates were compared for "
            + Formats.count(enough)
            + " of "
            + Formats.count(compared, "asset", "assets")
            + " used on decided deals; the others have not enough deals yet ("
            + Comparison.FEWEST_DEALS
            + " with and "
            + Comparison.FEWEST_DEALS
            + " without). "
            + Formats.count(standOut, "difference stands out", "differences stand out")
            + " after counting all comparisons. No randomised part exists yet, so nothing here is"
            + " called an effect.");
  }

  private static Optional<Comparison.Alike> alike(AssetRow row) {
    var compared = row.winRate();
    return compared == null ? Optional.empty() : Optional.ofNullable(compared.among());
  }

  private void open(AssetRow row, ReportState state) {
    var period = state.period();
    var dialog =
        new AssetDialog(
            row,
            performance.dealsOf(new AssetId(row.figures().key()), period.window()),
            dealTable,
            copies,
            period);
    state.with("deals", row.figures().key()).replaceAddress();
    dialog.addOpenedChangeListener(
        change -> {
          if (!change.isOpened() && isAttached()) state.with("deals", null).replaceAddress();
        });
    dialog.open();
  }
}
