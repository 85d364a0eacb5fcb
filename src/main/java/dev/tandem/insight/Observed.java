package dev.tandem.insight;

import dev.tandem.insight.InfluencedRevenue.Credit;
import dev.tandem.insight.PerformanceTables.DayCounts;
import dev.tandem.library.Asset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * What happened on some days, read once, to be added up as often as a page wants rows.
 *
 * @param library all assets as they are now, by id
 */
record Observed(List<DayCounts> counts, List<Credit> credits, Map<String, Asset> library) {

  /**
   * One row for everything that was seen or used, most used first.
   *
   * @param users by key of the row
   * @param deals by key of the row
   */
  List<PerformanceRow> rows(
      Grouping by, Map<String, Long> users, Map<String, PerformanceRow.DealCounts> deals) {
    var groups = new RowGroups(by, library);
    var rows = new HashMap<String, RowSum>();
    for (var count : counts)
      for (var key : groups.of(count.asset(), count.stage())) sum(rows, key).add(count);
    for (var credit : credits) {
      // An asset of two products stands in two rows; its credit is split so that rows add up.
      var keys = groups.of(credit.asset(), credit.stage());
      var parts = Cents.split(credit.amount(), keys.size());
      for (int i = 0; i < keys.size(); i++) sum(rows, keys.get(i)).credit(parts.get(i));
    }
    return rows.values().stream()
        .filter(RowSum::isSomething)
        .map(
            row ->
                row.finish(
                    groups.label(row.key),
                    users.getOrDefault(row.key, 0L),
                    deals.getOrDefault(row.key, PerformanceRow.DealCounts.NONE)))
        .sorted(
            Comparator.comparingLong(PerformanceRow::uses)
                .thenComparingLong(PerformanceRow::impressions)
                .reversed()
                .thenComparing(PerformanceRow::label)
                .thenComparing(PerformanceRow::key))
        .toList();
  }

  /** Uses by row, most first. */
  List<UseCount> uses(Grouping by) {
    var groups = new RowGroups(by, library);
    var sums = new HashMap<String, Long>();
    for (var count : counts)
      if (count.uses() > 0)
        for (var key : groups.of(count.asset(), count.stage()))
          sums.merge(key, count.uses(), Long::sum);
    return sums.entrySet().stream()
        .map(sum -> new UseCount(sum.getKey(), groups.label(sum.getKey()), sum.getValue()))
        .sorted(Comparator.comparingLong(UseCount::uses).reversed().thenComparing(UseCount::label))
        .toList();
  }

  long uses() {
    return counts.stream().mapToLong(DayCounts::uses).sum();
  }

  HashSet<String> usedAssets() {
    var used = new HashSet<String>();
    for (var count : counts) if (count.uses() > 0) used.add(count.asset());
    return used;
  }

  private static RowSum sum(Map<String, RowSum> rows, String key) {
    return rows.computeIfAbsent(key, RowSum::new);
  }
}
