package dev.tandem.insight;

import dev.tandem.shared.Proportion;
import dev.tandem.taxonomy.JourneyStage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tables of what was used, and where. */
public final class UseTables {
  private static final Proportion NONE = new Proportion(0, 0);

  private UseTables() {}

  /** One row of content performance by whatever it is grouped by. */
  public static ReportTable performance(PerformanceQuery query, List<PerformanceRow> rows) {
    return TableCells.table(
        "content-performance",
        rows.stream().map(row -> performance(query, row)).toList(),
        performance(query, PerformanceRow.EMPTY));
  }

  private static TableCells performance(PerformanceQuery query, PerformanceRow row) {
    return new TableCells()
        .put("key", row.key())
        .put("label", row.label())
        .put("impressions", row.impressions())
        .put("opens", row.opens())
        .put("downloads", row.downloads())
        .put("copied_links", row.copiedLinks())
        .put("shares", row.shares())
        .put("buyer_views", row.buyerViews())
        .put("dismissals", row.dismissals())
        .put("uses", row.uses())
        .put("users", row.users())
        .rate("use_rate", row.useRate())
        .rate("helpful", row.helpful())
        .put("deals_won", row.deals().won())
        .put("deals_lost", row.deals().lost())
        .put("deals_open", row.deals().open())
        .rate("win_rate", row.deals().winRate())
        .put("influenced_revenue", TableCells.amounts(row.influenced()))
        .put("attribution", query.attribution().id())
        .put("window_days", query.windowDays())
        .put("half_life_days", query.halfLifeDays())
        .put("from", query.window().from().toString())
        .put("to", query.window().to().toString());
  }

  /** One row a deal on which an asset was used. */
  public static ReportTable deals(List<DealUse> uses) {
    return TableCells.table(
        "deals",
        uses.stream()
            .map(use -> deal(use.deal().value(), use.uses(), use.shares(), use.last().toString()))
            .toList(),
        deal("", 0, 0, null));
  }

  private static TableCells deal(String deal, long uses, long shares, @Nullable String last) {
    return new TableCells()
        .put("deal", deal)
        .put("uses", uses)
        .put("shares", shares)
        .put("last_used", last);
  }

  /** One row an asset that is mostly used at a stage it was not made for. */
  public static ReportTable elsewhere(JourneyReport.Page page) {
    return TableCells.table(
        "elsewhere",
        page.elsewhere().stream()
            .map(
                one ->
                    elsewhere(
                        one.asset(),
                        one.label(),
                        one.madeFor().stream().map(JourneyStage::id).toList(),
                        one.usedAt().id(),
                        one.there()))
            .toList(),
        elsewhere("", "", List.of(), "", NONE));
  }

  private static TableCells elsewhere(
      String asset, String title, List<String> madeFor, String usedAt, Proportion there) {
    return new TableCells()
        .put("asset", asset)
        .put("title", title)
        .put("made_for", madeFor)
        .put("used_at", usedAt)
        .rate("share", there);
  }
}
