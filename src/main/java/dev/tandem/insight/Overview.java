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
 * @param weeks uses by week (its Monday) and action
 */
public record Overview(
    Proportion libraryUsed,
    long uses,
    long users,
    Proportion openDealsServed,
    Proportion searchesUsed,
    List<Week> weeks) {
  public Overview {
    weeks = List.copyOf(weeks);
  }

  public record Week(LocalDate monday, Map<Action, Long> counts) {
    public Week {
      counts = Map.copyOf(counts);
    }
  }
}
