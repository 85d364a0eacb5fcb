package dev.tandem.insight.statistics;

import dev.tandem.shared.Interval;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The win rate of deals with an asset beside that of deals without it: an association, never an
 * effect.
 *
 * @param all over all decided deals, as they are
 * @param among within strata, or null while there are not enough deals
 */
public record Comparison(TwoGroups all, @Nullable Alike among, Set<Caution> cautions) {

  /** So many decided deals are needed on both sides, in strata that have both. */
  public static final int FEWEST_DEALS = 10;

  /** At most this share of the differences called real are expected to be chance. */
  public static final double FALSE_DISCOVERY_RATE = 0.05;

  public Comparison {
    cautions = Set.copyOf(cautions);
  }

  /**
   * @param strata what the deals have in common, in words
   * @param with decided deals with the asset that have a counterpart
   * @param without decided deals without it that have one
   * @param difference of the win rates in [-1, 1], averaged over strata
   * @param p the chance of such a difference where there is none
   * @param pulled the difference drawn toward those of the other assets it was compared with
   * @param standsOut whether it differs from none after all comparisons were counted
   * @param landmark the difference among deals that lived long enough to have used it; null unless
   *     that is in doubt
   */
  public record Alike(
      String strata,
      long with,
      long without,
      double difference,
      Interval interval,
      double p,
      double pulled,
      Interval pulledInterval,
      boolean standsOut,
      @Nullable Landmark landmark) {}

  /**
   * @param day since the opening of a deal: those that were over by then are left out, and uses
   *     after it count as none
   */
  public record Landmark(double day, TwoGroups groups, double difference, Interval interval) {}
}
