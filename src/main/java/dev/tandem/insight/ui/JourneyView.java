package dev.tandem.insight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tandem.identity.Roles;
import dev.tandem.insight.JourneyReport;
import dev.tandem.insight.ReportTables;
import dev.tandem.insight.UseTables;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Panel;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.JourneyStage;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Content along the buyer's journey. */
@Route("performance/journey")
@PageTitle("Journey · Content performance · Tandem")
@RolesAllowed({Roles.MARKETER, Roles.ADMINISTRATOR})
class JourneyView extends ReportView {
  /** From so many uses on, a place without an asset of its own is marked. */
  private static final int MANY = 5;

  private final transient JourneyReport report;

  JourneyView(JourneyReport report, Clock clock) {
    super(
        "performance/journey",
        "Journey",
        "What exists for each stage, what deals ask for, what is used and what came of it.",
        clock);
    this.report = report;
    addClassName("journey-view");
  }

  @Override
  void show(ReportState state, Div content) {
    var page = report.journey(state.period().window());
    var when = state.period().inWords();
    content.add(
        new Panel(
                "Supply, demand, use, result", scrolled("Figures by stage", stages(page.stages())))
            .withCaption("supply and open deals as of now; the rest " + when)
            .withActions(new ExportLinks(() -> ReportTables.stages(page))),
        new Panel(
                "Content types by stage",
                page.cells().isEmpty()
                    ? Cells.faint("There is no live asset with a stage yet.")
                    : scrolled("Assets and uses by content type and stage", matrix(page)))
            .withCaption(
                "live assets made for the stage · uses at the stage, "
                    + when
                    + "; marked: used without one")
            .withActions(new ExportLinks(() -> ReportTables.journey(page))),
        elsewhere(page, when),
        paths(page, when));
  }

  private static Component scrolled(String name, Component table) {
    var box = new Div(table);
    box.addClassName("table-scroll");
    box.getElement().setAttribute("tabindex", "0");
    box.getElement().setAttribute("role", "region");
    box.getElement().setAttribute("aria-label", name);
    return box;
  }

  private static Component stages(List<JourneyReport.StageLine> lines) {
    var table = table("Figure", lines.stream().map(line -> line.stage().label()).toList());
    var body = new NativeTableBody();
    table.add(body);
    line(body, "Supply: live assets", lines, l -> new Span(Formats.count(l.supply())));
    line(
        body,
        "Demand: open deals",
        lines,
        l ->
            l.openDeals() == 0
                ? new Span(Formats.count(0))
                : cell(Formats.count(l.openDeals()), Cells.money(l.pipeline())));
    line(body, "Demand: items listed", lines, l -> new Span(Formats.count(l.served())));
    line(body, "Uses", lines, l -> new Span(Formats.count(l.uses())));
    line(body, "Result: won of decided deals with a use there", lines, l -> Cells.rate(l.won()));
    return table;
  }

  private static void line(
      NativeTableBody body,
      String name,
      List<JourneyReport.StageLine> lines,
      Function<JourneyReport.StageLine, Component> value) {
    var row = new NativeTableRow(rowHeader(name));
    for (var line : lines) row.add(new NativeTableCell(value.apply(line)));
    body.add(row);
  }

  private static Component matrix(JourneyReport.Page page) {
    var stages = List.of(JourneyStage.values());
    var table = table("Content type", stages.stream().map(JourneyStage::label).toList());
    var body = new NativeTableBody();
    table.add(body);
    long most = page.cells().stream().mapToLong(JourneyReport.Cell::uses).max().orElse(0);
    for (var type : types(page)) {
      var row = new NativeTableRow(rowHeader(type.label()));
      for (var stage : stages) {
        var found =
            page.cells().stream()
                .filter(one -> one.type() == type && one.stage() == stage)
                .filter(one -> one.supply() + one.uses() > 0)
                .findFirst();
        var cell = new NativeTableCell();
        found.ifPresentOrElse(
            one -> {
              cell.add(
                  cell(
                      Formats.count(one.supply(), "asset", "assets"),
                      Formats.count(one.uses(), "use", "uses")));
              cell.getStyle()
                  .set(
                      "--heat",
                      String.format(
                          Locale.ROOT, "%.0f%%", most == 0 ? 0 : 55.0 * one.uses() / most));
              if (one.supply() == 0 && one.uses() >= MANY) cell.addClassName("no-supply");
            },
            () -> cell.add(Cells.faint("–")));
        cell.addClassName("heat");
        row.add(cell);
      }
      body.add(row);
    }
    return table;
  }

  private static List<ContentType> types(JourneyReport.Page page) {
    return page.cells().stream().map(JourneyReport.Cell::type).distinct().sorted().toList();
  }

  private static Component elsewhere(JourneyReport.Page page, String when) {
    var list = new Div();
    list.addClassName("plain-list");
    for (var one : page.elsewhere()) {
      var row = new Div(Cells.asset(one.asset(), one.label()));
      row.add(
          Cells.faint(
              "made for "
                  + one.madeFor().stream()
                      .map(JourneyStage::label)
                      .collect(Collectors.joining(", "))
                  + ", used in "
                  + one.usedAt().label()
                  + ": "
                  + Formats.count(one.there().successes())
                  + " of "
                  + Formats.count(one.there().trials())
                  + " uses at known stages"));
      list.add(row);
    }
    if (page.elsewhere().isEmpty())
      list.add(Cells.faint("No asset is mostly used at a stage it was not made for."));
    return new Panel("Made for one stage, used at another", list)
        .withCaption(when)
        .withActions(new ExportLinks(() -> UseTables.elsewhere(page)));
  }

  private static Component paths(JourneyReport.Page page, String when) {
    var paths = page.paths();
    var charts = new Div();
    charts.addClassName("report-charts");
    for (boolean won : new boolean[] {true, false}) {
      long deals = won ? paths.won() : paths.lost();
      var title = (won ? "Won" : "Lost") + " deals";
      var panel = new Div();
      panel.addClassName("rate-cell");
      var heading = new Span(title + " (" + Formats.count(deals) + ")");
      heading.addClassName("rate");
      panel.add(heading);
      panel.add(deals == 0 ? Cells.faint("No deal with content.") : PathChart.of(paths, won));
      charts.add(panel);
    }
    return new Panel(
            "Paths of content",
            Cells.faint(
                "In which order kinds of content were first used on deals that closed, up to the"
                    + " fourth. This describes what happened; it does not explain why a deal was"
                    + " won or lost."),
            charts)
        .withCaption(when)
        .withActions(new ExportLinks(() -> ReportTables.paths(page)));
  }

  private static NativeTable table(String corner, List<String> columns) {
    var table = new NativeTable();
    table.addClassName("report-table");
    var head = new NativeTableRow(new NativeTableHeaderCell(corner));
    for (var column : columns) {
      var cell = new NativeTableHeaderCell(column);
      cell.getElement().setAttribute("scope", "col");
      head.add(cell);
    }
    table.add(new NativeTableHeader(head));
    return table;
  }

  private static NativeTableHeaderCell rowHeader(String name) {
    var cell = new NativeTableHeaderCell(name);
    cell.getElement().setAttribute("scope", "row");
    return cell;
  }

  private static Component cell(String first, String second) {
    var cell = new Div(new Span(first), Cells.faint(second));
    cell.addClassName("rate-cell");
    return cell;
  }
}
