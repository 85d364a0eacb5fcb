package dev.tandem.insight;

import dev.tandem.insight.PerformanceTables.DayCounts;
import dev.tandem.shared.Money;
import dev.tandem.shared.Proportion;

/** What one row adds up to before it is named. */
final class RowSum {
  final String key;
  private final MoneySums influenced = new MoneySums();
  private long served;
  private long impressions;
  private long seen;
  private long used;
  private long opens;
  private long downloads;
  private long copies;
  private long shares;
  private long buyerViews;
  private long helpful;
  private long notHelpful;
  private long dismissals;

  RowSum(String key) {
    this.key = key;
  }

  void add(DayCounts counts) {
    served += counts.served();
    impressions += counts.impressions();
    seen += counts.seen();
    used += counts.used();
    opens += counts.opens();
    downloads += counts.downloads();
    copies += counts.copies();
    shares += counts.shares();
    buyerViews += counts.buyerViews();
    helpful += counts.helpful();
    notHelpful += counts.notHelpful();
    dismissals += counts.dismissals();
  }

  void credit(Money amount) {
    influenced.add(amount);
  }

  /** Whether anything was seen, used or judged; standing on a slate unseen is nothing yet. */
  boolean isSomething() {
    return impressions
                + opens
                + downloads
                + copies
                + shares
                + buyerViews
                + helpful
                + notHelpful
                + dismissals
            > 0
        || !influenced.isEmpty();
  }

  PerformanceRow finish(String label, long users, PerformanceRow.DealCounts deals) {
    return new PerformanceRow(
        key,
        label,
        served,
        impressions,
        opens,
        downloads,
        copies,
        shares,
        buyerViews,
        dismissals,
        opens + downloads + copies + shares,
        users,
        new Proportion(used, seen),
        new Proportion(helpful, helpful + notHelpful),
        deals,
        influenced.sums());
  }
}
