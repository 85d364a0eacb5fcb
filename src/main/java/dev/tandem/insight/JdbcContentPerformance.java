package dev.tandem.insight;

import dev.tandem.deals.Opportunities;
import dev.tandem.deals.Opportunity;
import dev.tandem.deals.Outcome;
import dev.tandem.insight.InfluencedRevenue.Credit;
import dev.tandem.insight.PerformanceTables.Pair;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetId;
import dev.tandem.library.Assets;
import dev.tandem.shared.Proportion;
import dev.tandem.shared.TimeWindow;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Adds up the read model; names and labels come from the library as it is now. */
@Service
class JdbcContentPerformance implements ContentPerformance {

  private final ReadModel readModel;
  private final PerformanceTables tables;
  private final InfluencedRevenue revenue;
  private final Assets assets;
  private final Opportunities opportunities;
  private final Clock clock;

  JdbcContentPerformance(
      ReadModel readModel,
      PerformanceTables tables,
      InfluencedRevenue revenue,
      Assets assets,
      Opportunities opportunities,
      Clock clock) {
    this.readModel = readModel;
    this.tables = tables;
    this.revenue = revenue;
    this.assets = assets;
    this.opportunities = opportunities;
    this.clock = clock;
  }

  @Override
  public List<PerformanceRow> report(PerformanceQuery query) {
    readModel.catchUp();
    return observe(query, library(), opportunities.all()).rows(query.by());
  }

  @Override
  public PerformancePage page(PerformanceQuery query) {
    readModel.catchUp();
    var library = library();
    var deals = opportunities.all();
    var now = observe(query, library, deals);
    var before = observe(query.window().before(), List.of(), library, deals);
    return new PerformancePage(
        now.rows(query.by()),
        now.rows(Grouping.STAGE),
        now.rows(Grouping.TYPE),
        overview(now, query.window()),
        overview(before, query.window().before()));
  }

  private Observed observe(
      PerformanceQuery query, Map<String, Asset> library, Collection<Opportunity> deals) {
    var credits = revenue.credits(deals, query.window(), query.attribution(), query.windowDays());
    return observe(query.window(), credits, library, deals);
  }

  private Observed observe(
      TimeWindow window,
      List<Credit> credits,
      Map<String, Asset> library,
      Collection<Opportunity> deals) {
    return new Observed(
        tables.counts(window),
        tables.users(window),
        tables.dealsUsed(window),
        tables.seenAndUsed(window),
        credits,
        library,
        deals.stream().collect(Collectors.toMap(deal -> deal.id().value(), Opportunity::outcome)));
  }

  private Map<String, Asset> library() {
    return assets.all().stream()
        .collect(Collectors.toMap(asset -> asset.id().value(), asset -> asset));
  }

  private Overview overview(Observed observed, TimeWindow window) {
    var today = LocalDate.now(clock);
    var live =
        observed.library().values().stream()
            .filter(asset -> asset.stateOn(today).recommendable())
            .map(asset -> asset.id().value())
            .collect(Collectors.toSet());
    var used = observed.usedAssets();
    used.retainAll(live);
    var users = observed.users().stream().map(Pair::other).distinct().count();
    var open =
        observed.deals().entrySet().stream()
            .filter(deal -> deal.getValue() == Outcome.OPEN)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    var served =
        observed.dealsUsed().stream().map(Pair::other).filter(open::contains).distinct().count();
    return new Overview(
        new Proportion(used.size(), live.size()),
        observed.uses(),
        Math.toIntExact(users),
        new Proportion(served, open.size()),
        tables.searches(window),
        weeks(window));
  }

  private List<Overview.Week> weeks(TimeWindow window) {
    var weeks = new TreeMap<LocalDate, Map<Action, Long>>();
    for (var week : tables.weeks(window))
      weeks
          .computeIfAbsent(week.monday(), monday -> new HashMap<>())
          .put(week.action(), week.count());
    return weeks.entrySet().stream()
        .map(week -> new Overview.Week(week.getKey(), week.getValue()))
        .toList();
  }

  @Override
  public List<DealUse> dealsOf(AssetId asset, TimeWindow window) {
    readModel.catchUp();
    return tables.dealsOf(asset.value(), window);
  }
}
