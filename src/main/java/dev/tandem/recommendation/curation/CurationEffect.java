package dev.tandem.recommendation.curation;

import dev.tandem.shared.Interval;
import dev.tandem.shared.Proportion;
import org.jspecify.annotations.Nullable;

/**
 * What a rule does, from visits drawn at random to go without it. A visit is one rep's day on one
 * deal on which something of a slate was seen that the rule was due for; it counts as one, since
 * what somebody does within it hangs together.
 *
 * @param with, without visits on which the asset was used, where the rule acted and where it was
 *     left out
 * @param anyWith, anyWithout visits on which anything of the slate was used: what a rule lifts may
 *     push something better aside
 */
public record CurationEffect(
    Proportion with, Proportion without, Proportion anyWith, Proportion anyWithout) {

  /** With fewer visits on either side nothing is said. */
  public static final int ENOUGH = 20;

  static final CurationEffect NOTHING_SEEN =
      new CurationEffect(
          new Proportion(0, 0), new Proportion(0, 0), new Proportion(0, 0), new Proportion(0, 0));

  /** By how much the asset is used on more visits, as a difference of shares; null too early. */
  public @Nullable Interval difference() {
    return enough() ? with.minus95(without) : null;
  }

  /** The same for whatever is on the slate. */
  public @Nullable Interval anyDifference() {
    return enough() ? anyWith.minus95(anyWithout) : null;
  }

  private boolean enough() {
    return with.trials() >= ENOUGH && without.trials() >= ENOUGH;
  }
}
