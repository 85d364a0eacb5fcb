package dev.tandem.insight;

import dev.tandem.deals.OpportunityId;
import dev.tandem.library.AssetId;
import dev.tandem.library.Label;
import dev.tandem.shared.Interval;
import dev.tandem.shared.Proportion;
import dev.tandem.taxonomy.JourneyStage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The reports as tables; every rate comes with its numerator, denominator and interval. */
public final class ReportTables {

  private ReportTables() {}

  /** One row a figure, for the days and the days before. */
  public static ReportTable overview(OverviewPage page) {
    var rows = new ArrayList<TableCells>();
    figures(rows, "now", page.now());
    figures(rows, "before", page.before());
    return TableCells.table("overview", rows, figure("", Metric.USES, null, null, null, null));
  }

  private static void figures(List<TableCells> rows, String period, Overview o) {
    rows.add(figure(period, Metric.LIBRARY_USED, o.libraryUsed()));
    rows.add(figure(period, Metric.USES, (double) o.uses(), null, null, null));
    rows.add(figure(period, Metric.USERS, (double) o.users(), null, null, null));
    rows.add(figure(period, Metric.DEALS_SERVED, o.openDealsServed()));
    double median = o.firstUse().median();
    rows.add(
        figure(
            period,
            Metric.FIRST_USE,
            Double.isNaN(median) ? null : median,
            null,
            o.firstUse().count(),
            null));
    var searches = o.searchesUsed();
    rows.add(
        figure(
            period,
            Metric.SEARCHES_WITHOUT_USE,
            new Proportion(searches.trials() - searches.successes(), searches.trials())));
    rows.add(figure(period, Metric.COVERAGE, o.coverage()));
    rows.add(figure(period, Metric.FRESHNESS, o.fresh()));
  }

  private static TableCells figure(String period, Metric metric, Proportion rate) {
    return figure(
        period,
        metric,
        rate.trials() == 0 ? null : rate.rate(),
        rate.successes(),
        rate.trials(),
        rate.trials() == 0 ? null : rate.wilson95());
  }

  private static TableCells figure(
      String period,
      Metric metric,
      @Nullable Double value,
      @Nullable Long numerator,
      @Nullable Long denominator,
      @Nullable Interval interval) {
    return new TableCells()
        .put("period", period)
        .put("metric", metric.id())
        .put("value", value)
        .put("numerator", numerator)
        .put("denominator", denominator)
        .interval("value", interval);
  }

  public static ReportTable assets(List<AssetRow> rows) {
    return TableCells.table(
        "assets",
        rows.stream().map(ReportTables::asset).toList(),
        asset(
            new AssetRow(
                PerformanceRow.EMPTY,
                null,
                AssetRow.AgainstRank.NONE,
                List.of(),
                List.of(),
                null,
                Map.of(),
                List.of())));
  }

  private static final Proportion NONE = new Proportion(0, 0);

  private static TableCells asset(AssetRow row) {
    var f = row.figures();
    var asset = row.asset();
    var most = row.mostUsedAt();
    var cells =
        new TableCells()
            .put("asset", f.key())
            .put("title", f.label())
            .put("type", asset == null ? null : asset.type().value().id())
            .put("version", asset == null ? null : asset.version())
            .put("served", f.served())
            .put("impressions", f.impressions())
            .put("opens", f.opens())
            .put("downloads", f.downloads())
            .put("copied_links", f.copiedLinks())
            .put("shares", f.shares())
            .put("buyer_views", f.buyerViews())
            .put("uses", f.uses())
            .put("users", f.users())
            .rate("use_rate", f.useRate())
            .put("expected_use_rate", TableCells.number(row.rank().expected()))
            .rate("use_rate_at_known_rank", row.rank().observed())
            .rate("helpful", f.helpful())
            .put("dismissals", f.dismissals())
            .put("reasons", row.reasons().stream().map(r -> r.reason() + ": " + r.count()).toList())
            .put("deals_won", f.deals().won())
            .put("deals_lost", f.deals().lost())
            .put("deals_open", f.deals().open())
            .put("influenced_pipeline", TableCells.amounts(row.pipeline()))
            .put("influenced_revenue", TableCells.amounts(f.influenced()));
    var compared = row.winRate();
    var alike = compared == null ? null : compared.among();
    cells
        .put("win_rate_difference", alike == null ? null : alike.difference())
        .interval("win_rate_difference", alike == null ? null : alike.interval())
        .put("win_rate_difference_pulled", alike == null ? null : alike.pulled())
        .interval("win_rate_difference_pulled", alike == null ? null : alike.pulledInterval())
        .put("stands_out", alike == null ? null : alike.standsOut())
        .put("compared_with", alike == null ? null : alike.with())
        .put("compared_without", alike == null ? null : alike.without())
        .put("strata", alike == null ? null : alike.strata())
        .put(
            "cautions",
            compared == null
                ? List.of()
                : compared.cautions().stream().sorted().map(caution -> caution.id()).toList())
        .put(
            "made_for",
            asset == null ? List.of() : asset.stages().stream().map(s -> s.value().id()).toList())
        .put("most_used_at", most == null ? null : most.id());
    for (var stage : JourneyStage.values())
      cells.put("uses_in_" + stage.id(), row.usedAt().getOrDefault(stage, 0L));
    var cost = asset == null ? null : asset.cost();
    return cells
        .put("cost", cost == null ? null : TableCells.amount(cost))
        .put("return_on_cost", TableCells.number(row.returnOnCost()))
        .put("trend", row.trend().stream().map(String::valueOf).toList());
  }

  public static ReportTable attribution(AttributionReport.Page page) {
    return TableCells.table(
        "attribution",
        page.rows().stream().map(ReportTables::credit).toList(),
        credit(new AttributionReport.Row("", "", 0, Map.of())));
  }

  private static TableCells credit(AttributionReport.Row row) {
    var cells =
        new TableCells()
            .put("asset", row.asset())
            .put("title", row.label())
            .put("deals", row.deals());
    for (var model : Attribution.values())
      cells.put(model.id(), TableCells.amounts(row.credit().getOrDefault(model, List.of())));
    return cells;
  }

  /** One row a content type and stage. */
  public static ReportTable journey(JourneyReport.Page page) {
    return TableCells.table(
        "journey",
        page.cells().stream()
            .map(
                cell ->
                    place(
                        cell.type().id(),
                        cell.stage().id(),
                        cell.supply(),
                        cell.served(),
                        cell.uses()))
            .toList(),
        place("", "", 0, 0, 0));
  }

  private static TableCells place(String type, String stage, long supply, long served, long uses) {
    return new TableCells()
        .put("type", type)
        .put("stage", stage)
        .put("supply", supply)
        .put("served", served)
        .put("uses", uses);
  }

  /** One row a stage. */
  public static ReportTable stages(JourneyReport.Page page) {
    return TableCells.table(
        "stages",
        page.stages().stream().map(ReportTables::stage).toList(),
        stage(new JourneyReport.StageLine(JourneyStage.AWARENESS, 0, 0, List.of(), 0, 0, NONE)));
  }

  private static TableCells stage(JourneyReport.StageLine line) {
    return new TableCells()
        .put("stage", line.stage().id())
        .put("supply", line.supply())
        .put("open_deals", line.openDeals())
        .put("pipeline", TableCells.amounts(line.pipeline()))
        .put("served", line.served())
        .put("uses", line.uses())
        .rate("win_rate", line.won());
  }

  /** One row a step of the paths of decided deals. */
  public static ReportTable paths(JourneyReport.Page page) {
    return TableCells.table(
        "paths",
        page.paths().steps().stream()
            .map(
                step ->
                    step(
                        step.won() ? "won" : "lost",
                        step.place(),
                        step.from().id(),
                        step.to() == null ? null : step.to().id(),
                        step.deals()))
            .toList(),
        step("", 0, "", null, 0));
  }

  private static TableCells step(
      String outcome, int place, String from, @Nullable String to, long deals) {
    return new TableCells()
        .put("outcome", outcome)
        .put("place", place)
        .put("from", from)
        .put("to", to)
        .put("deals", deals);
  }

  public static ReportTable unused(UnusedReport.Page page) {
    var rows = new ArrayList<TableCells>();
    for (var one : page.assets()) {
      var asset = one.asset();
      rows.add(
          unused(asset.id().value(), asset.title().value(), asset.type().value().id())
              .put("stuck", one.stuck().id())
              .put("served", one.served())
              .put("seen", one.seen())
              .put("middle_position", TableCells.number(one.position()))
              .put("opens", one.opens())
              .put("dismissals", one.dismissals())
              .put("why", one.why())
              .put(
                  "reasons",
                  one.reasons().stream().map(r -> r.reason() + ": " + r.count()).toList())
              .put("better_copies", one.betterCopy().stream().map(AssetId::value).toList())
              .put(
                  "stages",
                  asset.stages().stream().map(Label::value).map(JourneyStage::id).toList())
              .put("owner", asset.owner()));
    }
    var empty = unused("", "", "");
    for (var column :
        List.of(
            "stuck",
            "served",
            "seen",
            "middle_position",
            "opens",
            "dismissals",
            "why",
            "reasons",
            "better_copies",
            "stages",
            "owner")) empty.put(column, null);
    return TableCells.table("unused", rows, empty);
  }

  private static TableCells unused(String id, String title, String type) {
    return new TableCells().put("asset", id).put("title", title).put("type", type);
  }

  public static ReportTable gaps(List<GapsReport.Gap> gaps) {
    return TableCells.table(
        "gaps",
        gaps.stream().map(ReportTables::gap).toList(),
        gap(
            new GapsReport.Gap(
                GapsReport.Kind.SEARCHES, "", List.of(), List.of(), List.of(), List.of(), "", "")));
  }

  private static TableCells gap(GapsReport.Gap gap) {
    return new TableCells()
        .put("kind", gap.kind().id())
        .put("gap", gap.title())
        .put("evidence", gap.evidence())
        .put("open_deals", gap.openDeals().stream().map(OpportunityId::value).toList())
        .put("open_amounts", TableCells.amounts(gap.openMoney()))
        .put("lost_amounts", TableCells.amounts(gap.lostMoney()))
        .put("need", gap.need())
        .put("query", gap.query());
  }

  /** One row a deal and asset. */
  public static ReportTable champions(List<ChampionsReport.Champion> champions) {
    var rows = new ArrayList<TableCells>();
    for (var champion : champions) {
      var deal = champion.deal();
      for (var part : champion.parts())
        rows.add(
            part(
                deal.id().value(),
                deal.name(),
                deal.closedOn() == null ? null : deal.closedOn().toString(),
                deal.amount() == null ? null : TableCells.amount(deal.amount()),
                deal.owner() == null ? null : deal.owner().value(),
                part));
    }
    return TableCells.table(
        "champions",
        rows,
        part("", "", null, null, null, new ChampionsReport.Part("", "", null, null, 0)));
  }

  private static TableCells part(
      String deal,
      String name,
      @Nullable String closed,
      @Nullable String amount,
      @Nullable String rep,
      ChampionsReport.Part part) {
    return new TableCells()
        .put("deal", deal)
        .put("name", name)
        .put("closed_on", closed)
        .put("amount", amount)
        .put("rep", rep)
        .put("asset", part.asset())
        .put("title", part.label())
        .put("author", part.author())
        .put("owner", part.owner())
        .put("uses", part.uses());
  }

  /** The definitions of all figures. */
  public static ReportTable metrics() {
    var rows =
        Arrays.stream(Metric.values())
            .map(
                metric ->
                    metric(
                        metric.id(),
                        metric.label(),
                        metric.formula(),
                        metric.unit(),
                        metric.caveat()))
            .toList();
    return TableCells.table("metrics", rows, metric("", "", "", "", ""));
  }

  private static TableCells metric(
      String id, String name, String formula, String unit, String caveat) {
    return new TableCells()
        .put("id", id)
        .put("name", name)
        .put("formula", formula)
        .put("unit", unit)
        .put("caveat", caveat);
  }
}
