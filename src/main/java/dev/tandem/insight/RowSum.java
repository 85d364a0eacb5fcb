package dev.tandem.insight;

import dev.tandem.deals.Outcome;
import dev.tandem.insight.PerformanceTables.Count;
import dev.tandem.shared.Money;
import dev.tandem.shared.Proportion;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/** What one row adds up to before it is named. */
final class RowSum {
  final String key;
  private final Map<Action, Long> counts = new HashMap<>();
  final HashSet<String> users = new HashSet<>();
  final HashSet<String> deals = new HashSet<>();
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
