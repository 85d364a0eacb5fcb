package dev.tandem.insight;

import dev.tandem.deals.Outcome;
import dev.tandem.insight.InfluencedRevenue.Credit;
import dev.tandem.insight.PerformanceTables.Count;
import dev.tandem.insight.PerformanceTables.Pair;
import dev.tandem.insight.PerformanceTables.SeenAndUsed;
import dev.tandem.library.Asset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * What happened in one window, read once, to be added up as often as a page wants rows.
 *
 * @param library all assets as they are now, by id
 * @param deals all deals as they are now, by id
 */
record Observed(
    List<Count> counts,
    List<Pair> users,
    List<Pair> dealsUsed,
    List<SeenAndUsed> seenAndUsed,
    List<Credit> credits,
    Map<String, Asset> library,
    Map<String, Outcome> deals) {

  /** One row for everything that was seen or used, most used first. */
  List<PerformanceRow> rows(Grouping by) {
    var groups = new RowGroups(by, library);
    var rows = new HashMap<String, RowSum>();
    for (var count : counts)
      for (var key : groups.of(count.asset(), count.stage())) sum(rows, key).add(count);
    for (var pair : users)
      for (var key : groups.of(pair.asset(), pair.stage())) sum(rows, key).users.add(pair.other());
    for (var pair : dealsUsed)
      for (var key : groups.of(pair.asset(), pair.stage())) sum(rows, key).deals.add(pair.other());
    for (var seen : seenAndUsed)
      for (var key : groups.of(seen.asset(), seen.stage())) sum(rows, key).add(seen);
    for (var credit : credits) {
      // An asset of two products stands in two rows; its credit is split so that rows add up.
      var keys = groups.of(credit.asset(), credit.stage());
      for (var key : keys) sum(rows, key).credit(credit.amount(), keys.size());
    }
    return rows.values().stream()
        .map(row -> row.finish(groups.label(row.key), deals))
        .sorted(
            Comparator.comparingLong(PerformanceRow::uses)
                .thenComparingLong(PerformanceRow::impressions)
                .reversed()
                .thenComparing(PerformanceRow::label))
        .toList();
  }

  long uses() {
    return counts.stream().filter(Observed::isUse).mapToLong(Count::count).sum();
  }

  HashSet<String> usedAssets() {
    var used = new HashSet<String>();
    for (var count : counts) if (isUse(count)) used.add(count.asset());
    return used;
  }

  private static boolean isUse(Count count) {
    return Action.USES.contains(count.action());
  }

  private static RowSum sum(Map<String, RowSum> rows, String key) {
    return rows.computeIfAbsent(key, RowSum::new);
  }
}
