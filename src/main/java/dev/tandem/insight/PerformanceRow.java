package dev.tandem.insight;

import dev.tandem.shared.Money;
import dev.tandem.shared.Proportion;
import java.util.List;

/**
 * How one asset (or type, stage, product) did in a window.
 *
 * @param key stable id of the row: asset id, type id, stage id or product name
 * @param served times it stood on a list, seen or not
 * @param uses opens, downloads, copied links and shares together
 * @param users how many different reps used it
 * @param useRate of the times it was really seen on a slate, how often a use of it followed from
 *     that slate
 * @param helpful helpful ratings out of all ratings
 * @param deals with a use in the window, by how they stand now
 * @param influenced amounts of deals won in the window, credited by the query's attribution; one
 *     entry a currency; an association, not an effect
 */
public record PerformanceRow(
    String key,
    String label,
    long served,
    long impressions,
    long opens,
    long downloads,
    long copiedLinks,
    long shares,
    long buyerViews,
    long dismissals,
    long uses,
    long users,
    Proportion useRate,
    Proportion helpful,
    DealCounts deals,
    List<Money> influenced) {
  private static final Proportion NOTHING = new Proportion(0, 0);

  /** Of nothing: it shows the columns where a table has no row. */
  static final PerformanceRow EMPTY =
      new PerformanceRow(
          "", "", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, NOTHING, NOTHING, DealCounts.NONE, List.of());

  public PerformanceRow {
    influenced = List.copyOf(influenced);
  }

  /** Deals by how they stand now. */
  public record DealCounts(long won, long lost, long open) {
    public static final DealCounts NONE = new DealCounts(0, 0, 0);

    public long touched() {
      return won + lost + open;
    }

    /** Won out of those that are decided. */
    public Proportion winRate() {
      return new Proportion(won, won + lost);
    }
  }
}
