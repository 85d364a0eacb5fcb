package dev.tandem.insight;

import dev.tandem.insight.AssetRow.AgainstRank;
import dev.tandem.insight.AssetRow.Reason;
import dev.tandem.insight.InfluencedRevenue.Rule;
import dev.tandem.insight.PerformanceTables.DayCounts;
import dev.tandem.insight.PerformanceTables.Position;
import dev.tandem.shared.Money;
import dev.tandem.shared.Proportion;
import dev.tandem.taxonomy.JourneyStage;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

@Service
class JdbcAssetReport implements AssetReport {
  private final JdbcContentPerformance performance;
  private final PerformanceTables tables;
  private final ReasonTables reasons;
  private final InfluencedRevenue revenue;
  private final WinRates winRates;
  private final KnownDeals deals;
  private final Clock clock;

  JdbcAssetReport(
      JdbcContentPerformance performance,
      PerformanceTables tables,
      ReasonTables reasons,
      InfluencedRevenue revenue,
      WinRates winRates,
      KnownDeals deals,
      Clock clock) {
    this.performance = performance;
    this.tables = tables;
    this.reasons = reasons;
    this.revenue = revenue;
    this.winRates = winRates;
    this.deals = deals;
    this.clock = clock;
  }

  @Override
  public List<AssetRow> assets(PerformanceQuery query) {
    var days = Days.of(query.window());
    var report =
        performance.reportWithCounts(
            new PerformanceQuery(
                query.window(),
                Grouping.ASSET,
                query.attribution(),
                query.windowDays(),
                query.halfLifeDays()));
    var known = deals.now();
    var ranks = againstRank(tables.positions(days));
    var why = reasons.byAsset(days);
    var pipeline = pipeline(known, query);
    var compared = winRates.compare(known, days);
    var stages = stages(report.observed().counts());
    var trends = tables.trends(days, days.parts());
    return report.rows().stream()
        .map(
            row ->
                new AssetRow(
                    row,
                    report.observed().library().get(row.key()),
                    ranks.getOrDefault(row.key(), AgainstRank.NONE),
                    why.getOrDefault(row.key(), List.<Reason>of()),
                    pipeline.getOrDefault(row.key(), List.<Money>of()),
                    compared.get(row.key()),
                    stages.getOrDefault(row.key(), Map.of()),
                    Arrays.stream(trends.getOrDefault(row.key(), new long[0])).boxed().toList()))
        .toList();
  }

  /** What each asset would be used if every position had its average, beside what it was. */
  static Map<String, AgainstRank> againstRank(List<Position> positions) {
    var seen = new HashMap<Integer, Long>();
    var used = new HashMap<Integer, Long>();
    for (var position : positions) {
      seen.merge(position.position(), position.seen(), Long::sum);
      used.merge(position.position(), position.used(), Long::sum);
    }
    record Sum(long seen, long used, double expected) {
      Sum plus(Sum other) {
        return new Sum(seen + other.seen, used + other.used, expected + other.expected);
      }
    }
    var sums = new HashMap<String, Sum>();
    for (var one : positions) {
      double rate =
          (double) used.getOrDefault(one.position(), 0L) / seen.getOrDefault(one.position(), 1L);
      sums.merge(one.asset(), new Sum(one.seen(), one.used(), one.seen() * rate), Sum::plus);
    }
    var against = new HashMap<String, AgainstRank>();
    sums.forEach(
        (asset, sum) ->
            against.put(
                asset,
                new AgainstRank(
                    new Proportion(sum.used(), sum.seen()), sum.expected() / sum.seen())));
    return against;
  }

  private Map<String, List<Money>> pipeline(KnownDeals.Deals known, PerformanceQuery query) {
    var sums = new HashMap<String, MoneySums>();
    for (var credit : revenue.pipeline(known, clock.instant(), Rule.of(query)))
      sums.computeIfAbsent(credit.asset(), asset -> new MoneySums()).add(credit.amount());
    var pipeline = new HashMap<String, List<Money>>();
    sums.forEach((asset, sum) -> pipeline.put(asset, sum.sums()));
    return pipeline;
  }

  private static Map<String, Map<JourneyStage, Long>> stages(List<DayCounts> counts) {
    var stages = new HashMap<String, Map<JourneyStage, Long>>();
    for (var count : counts) {
      if (count.stage() == null || count.uses() == 0) continue;
      JourneyStage.parse(count.stage())
          .ifPresent(
              stage ->
                  stages
                      .computeIfAbsent(count.asset(), asset -> new EnumMap<>(JourneyStage.class))
                      .merge(stage, count.uses(), Long::sum));
    }
    return stages;
  }
}
