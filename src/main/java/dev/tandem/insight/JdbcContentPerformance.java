package dev.tandem.insight;

import dev.tandem.deals.Opportunities;
import dev.tandem.deals.OpportunityId;
import dev.tandem.deals.Outcome;
import dev.tandem.insight.PerformanceTables.Count;
import dev.tandem.insight.PerformanceTables.Pair;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetId;
import dev.tandem.library.Assets;
import dev.tandem.shared.Money;
import dev.tandem.shared.Proportion;
import dev.tandem.shared.TimeWindow;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    var groups = new RowGroups(query.by(), library());
    var rows = new HashMap<String, RowSum>();
    for (var count : tables.counts(query.window()))
      for (var key : groups.of(count.asset(), count.stage()))
        rows.computeIfAbsent(key, RowSum::new).add(count);
    for (var pair : tables.users(query.window()))
      for (var key : groups.of(pair.asset(), pair.stage())) sum(rows, key).users.add(pair.other());
    for (var pair : tables.dealsUsed(query.window()))
      for (var key : groups.of(pair.asset(), pair.stage())) sum(rows, key).deals.add(pair.other());
    for (var seen : tables.seenAndUsed(query.window()))
      for (var key : groups.of(seen.asset(), seen.stage())) sum(rows, key).add(seen);
    for (var credit : revenue.credits(query.window(), query.attribution(), query.windowDays()))
      for (var key : groups.of(credit.asset(), credit.stage())) {
        // An asset of two products stands in two rows; its credit is split so that rows add up.
        int parts = groups.of(credit.asset(), credit.stage()).size();
        sum(rows, key).credit(credit.amount(), parts);
      }
    var deals = deals(rows.values().stream().flatMap(row -> row.deals.stream()).toList());
    return rows.values().stream()
        .map(row -> row.finish(groups.label(row.key), deals))
        .sorted(
            Comparator.comparingLong(PerformanceRow::uses)
                .thenComparingLong(PerformanceRow::impressions)
                .reversed()
                .thenComparing(PerformanceRow::label))
        .toList();
  }

  private static RowSum sum(Map<String, RowSum> rows, String key) {
    return rows.computeIfAbsent(key, RowSum::new);
  }

  private Map<String, Asset> library() {
    return assets.all().stream()
        .collect(Collectors.toMap(asset -> asset.id().value(), asset -> asset));
  }

  private Map<String, Outcome> deals(List<String> ids) {
    var wanted = ids.stream().distinct().map(OpportunityId::new).toList();
    var outcomes = new HashMap<String, Outcome>();
    opportunities
        .findAll(wanted)
        .forEach((id, opportunity) -> outcomes.put(id.value(), opportunity.outcome()));
    return outcomes;
  }

  @Override
  public Overview overview(TimeWindow window) {
    readModel.catchUp();
    var today = LocalDate.now(clock);
    var live =
        assets.all().stream()
            .filter(asset -> asset.stateOn(today).recommendable())
            .map(asset -> asset.id().value())
            .collect(Collectors.toSet());
    var counts = tables.counts(window);
    var used = new HashSet<String>();
    long uses = 0;
    for (var count : counts)
      if (Action.USES.contains(count.action())) {
        uses += count.count();
        if (live.contains(count.asset())) used.add(count.asset());
      }
    var users = tables.users(window).stream().map(Pair::other).collect(Collectors.toSet()).size();
    var open = openDeals();
    var served =
        tables.dealsUsed(window).stream()
            .map(Pair::other)
            .filter(open::contains)
            .collect(Collectors.toSet());
    var weeks = new TreeMap<LocalDate, Map<Action, Long>>();
    tables
        .weeks(window)
        .forEach(
            week ->
                weeks
                    .computeIfAbsent(week.monday(), monday -> new HashMap<>())
                    .put(week.action(), week.count()));
    return new Overview(
        new Proportion(used.size(), live.size()),
        uses,
        users,
        new Proportion(served.size(), open.size()),
        tables.searches(window),
        weeks.entrySet().stream()
            .map(week -> new Overview.Week(week.getKey(), week.getValue()))
            .toList());
  }

  private Set<String> openDeals() {
    return opportunities.all().stream()
        .filter(deal -> deal.outcome() == Outcome.OPEN)
        .map(deal -> deal.id().value())
        .collect(Collectors.toSet());
  }

  @Override
  public List<DealUse> dealsOf(AssetId asset, TimeWindow window) {
    readModel.catchUp();
    return tables.dealsOf(asset.value(), window);
  }

  /** What one row adds up to before it is named. */
  private static final class RowSum {
    private final String key;
    private final Map<Action, Long> counts = new HashMap<>();
    private final HashSet<String> users = new HashSet<>();
    private final HashSet<String> deals = new HashSet<>();
    private final MoneySums influenced = new MoneySums();
    private long seen;
    private long usedAfterSeen;

    RowSum(String key) {
      this.key = key;
    }

    void add(Count count) {
      counts.merge(count.action(), count.count(), Long::sum);
    }

    void add(PerformanceTables.SeenAndUsed row) {
      seen += row.seen();
      usedAfterSeen += row.used();
    }

    void credit(Money amount, int parts) {
      influenced.add(amount, parts);
    }

    private long count(Action action) {
      return counts.getOrDefault(action, 0L);
    }

    PerformanceRow finish(String label, Map<String, Outcome> outcomes) {
      long won = deals.stream().filter(deal -> outcomes.get(deal) == Outcome.WON).count();
      long lost = deals.stream().filter(deal -> outcomes.get(deal) == Outcome.LOST).count();
      long open = deals.stream().filter(deal -> outcomes.get(deal) == Outcome.OPEN).count();
      return new PerformanceRow(
          key,
          label,
          count(Action.IMPRESSION),
          count(Action.OPEN),
          count(Action.DOWNLOAD),
          count(Action.COPY_LINK),
          count(Action.SHARE),
          count(Action.BUYER_VIEW),
          count(Action.DISMISSAL),
          Action.USES.stream().mapToLong(this::count).sum(),
          users.size(),
          new Proportion(usedAfterSeen, seen),
          new Proportion(count(Action.HELPFUL), count(Action.HELPFUL) + count(Action.NOT_HELPFUL)),
          new PerformanceRow.DealCounts(won, lost, open),
          influenced.rounded());
    }
  }
}
