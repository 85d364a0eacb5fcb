package dev.tandem.insight;

import dev.tandem.shared.Proportion;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The state of content in a window.
 *
 * @param libraryUsed recommendable assets with at least one use, out of all recommendable ones
 * @param users reps with at least one use
 * @param openDealsServed open deals with at least one use, out of all open deals
 * @param searchesUsed searches (with words) that led to a use, out of all
 * @param firstUse seconds from a search or an opened deal to the first use of what was shown
 * @param coverage cells of stage × persona with at least one recommendable asset, out of all cells
 *     of the personas that deals or assets name
 * @param fresh uses of an asset that was published, not expired and not past its review date on
 *     that day, out of all uses; by the dates as they stand now
 * @param weeks uses by week (its Monday) and action
 */
public record Overview(
    Proportion libraryUsed,
    long uses,
    long users,
    Proportion openDealsServed,
    Proportion searchesUsed,
    Duration firstUse,
    Proportion coverage,
    Proportion fresh,
    List<Week> weeks) {
  public Overview {
    weeks = List.copyOf(weeks);
  }

  /**
   * The middle of some durations.
   *
   * @param median NaN where there was none
   * @param count of how many
   */
  public record Duration(double median, long count) {
    static Duration of(int[] sorted) {
      int n = sorted.length;
      if (n == 0) return new Duration(Double.NaN, 0);
      return new Duration((sorted[(n - 1) / 2] + sorted[n / 2]) / 2.0, n);
    }
  }

  /**
   * @param searches with words that led to a use, out of all
   */
  public record Week(LocalDate monday, Map<Action, Long> counts, Proportion searches) {
    public Week {
      counts = Map.copyOf(counts);
    }
  }
}
