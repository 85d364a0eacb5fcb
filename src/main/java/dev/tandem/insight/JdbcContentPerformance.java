package dev.tandem.insight;

import dev.tandem.deals.Opportunity;
import dev.tandem.deals.Outcome;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetId;
import dev.tandem.library.LifecycleState;
import dev.tandem.shared.Proportion;
import dev.tandem.shared.TimeWindow;
import java.time.Clock;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Adds up the read model; names and labels come from the library as it is now. */
@Service
class JdbcContentPerformance implements ContentPerformance {

  private final ReadModel readModel;
  private final PerformanceTables tables;
  private final ReachTables reaches;
  private final InfluencedRevenue revenue;
  private final KnownAssets assets;
  private final KnownDeals deals;
  private final Clock clock;

  JdbcContentPerformance(
      ReadModel readModel,
      PerformanceTables tables,
      ReachTables reaches,
      InfluencedRevenue revenue,
      KnownAssets assets,
      KnownDeals deals,
      Clock clock) {
    this.readModel = readModel;
    this.tables = tables;
    this.reaches = reaches;
    this.revenue = revenue;
    this.assets = assets;
    this.deals = deals;
    this.clock = clock;
  }

  @Override
  public List<PerformanceRow> report(PerformanceQuery query) {
    return reportWithCounts(query).rows();
  }

  /** The rows, with what they were added up from, which other figures of the days need too. */
  record Report(List<PerformanceRow> rows, Observed observed) {}

  Report reportWithCounts(PerformanceQuery query) {
    readModel.catchUp();
    var observed = observe(query);
    return new Report(rows(query, observed), observed);
  }

  @Override
  public PerformancePage page(PerformanceQuery query) {
    readModel.catchUp();
    var now = observe(query);
    var days = Days.of(query.window());
    var before = new Observed(tables.counts(days.before()), List.of(), now.library());
    return new PerformancePage(
        rows(query, now),
        now.uses(Grouping.STAGE),
        now.uses(Grouping.TYPE),
        overview(now, days),
        overview(before, days.before()));
  }

  @Override
  public OverviewPage overview(TimeWindow window) {
    readModel.catchUp();
    var days = Days.of(window);
    var library = assets.byId();
    var now = new Observed(tables.counts(days), List.of(), library);
    var before = new Observed(tables.counts(days.before()), List.of(), library);
    return new OverviewPage(
        overview(now, days),
        overview(before, days.before()),
        now.uses(Grouping.STAGE),
        now.uses(Grouping.TYPE));
  }

  private Observed observe(PerformanceQuery query) {
    var days = Days.of(query.window());
    return new Observed(
        tables.counts(days),
        revenue.credits(deals.now(), days, InfluencedRevenue.Rule.of(query)),
        assets.byId());
  }

  private List<PerformanceRow> rows(PerformanceQuery query, Observed observed) {
    var groups = new RowGroups(query.by(), observed.library());
    var reach = reaches.of(Days.of(query.window()));
    return observed.rows(
        query.by(),
        reach.users(groups),
        reach.deals(groups, deals.now().outcomes(reaches.numbers(), deal -> true)));
  }

  private Overview overview(Observed observed, Days days) {
    var today = LocalDate.now(clock);
    var library = observed.library();
    var live =
        library.values().stream()
            .filter(asset -> asset.stateOn(today).recommendable())
            .map(asset -> asset.id().value())
            .collect(Collectors.toSet());
    var used = observed.usedAssets();
    used.retainAll(live);
    var open = openDeals();
    var openNumbers =
        deals
            .now()
            .outcomes(reaches.numbers(), deal -> true)
            .getOrDefault(Outcome.OPEN, new BitSet());
    var reach = reaches.of(days);
    return new Overview(
        new Proportion(used.size(), live.size()),
        observed.uses(),
        reach.users(),
        new Proportion(reach.dealsAmong(openNumbers), open.size()),
        tables.searches(days),
        Overview.Duration.of(tables.firstUses(days)),
        StageCoverage.of(library.values(), open, today).covered(),
        tables.fresh(days, currentUntil(library)),
        tables.weeks(days).stream()
            .map(week -> new Overview.Week(week.monday(), week.counts(), week.searches()))
            .toList());
  }

  private List<Opportunity> openDeals() {
    return deals.now().byId().values().stream()
        .filter(deal -> deal.outcome() == Outcome.OPEN)
        .toList();
  }

  /** The first day on which a published asset is no longer current. */
  private static Map<String, LocalDate> currentUntil(Map<String, Asset> library) {
    var until = new HashMap<String, LocalDate>();
    for (var asset : library.values()) {
      if (asset.stateOn(LocalDate.MIN) != LifecycleState.PUBLISHED) continue; // draft or archived
      Stream.of(asset.expiresOn(), asset.reviewBy() == null ? null : asset.reviewBy().plusDays(1))
          .filter(day -> day != null)
          .min(LocalDate::compareTo)
          .ifPresentOrElse(
              day -> until.put(asset.id().value(), day),
              () -> until.put(asset.id().value(), LocalDate.of(9999, 1, 1)));
    }
    return until;
  }

  @Override
  public List<DealUse> dealsOf(AssetId asset, TimeWindow window) {
    readModel.catchUp();
    return tables.dealsOf(asset.value(), Days.of(window));
  }
}
