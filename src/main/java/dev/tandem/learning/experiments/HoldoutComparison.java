package dev.tandem.learning.experiments;

import dev.tandem.shared.Interval;
import dev.tandem.shared.Proportion;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Slates ordered by the model in use against slates of reps' days that were left to the prior.
 *
 * @param learned slates of the model in use that were used, of those that were seen
 * @param prior the same of the held-out days
 * @param learnedDays, priorDays how many days of reps these are: the unit that was drawn
 * @param difference of the two rates with its 95 % interval for one look at it, by days of reps;
 *     null while there are too few of them
 */
public record HoldoutComparison(
    Proportion learned,
    Proportion prior,
    int learnedDays,
    int priorDays,
    @Nullable Interval difference) {

  /** With fewer days of reps on a side the spread between them cannot be told. */
  public static final int LEAST_DAYS = 20;

  /** Slates of one rep on one day. */
  record Day(int seen, int used) {}

  static HoldoutComparison of(Collection<Day> learned, Collection<Day> prior) {
    var one = rate(learned);
    var other = rate(prior);
    Interval difference = null;
    if (learned.size() >= LEAST_DAYS && prior.size() >= LEAST_DAYS) {
      double gap = one.rate() - other.rate();
      double half = 1.96 * Math.sqrt(variance(learned, one) + variance(prior, other));
      difference = new Interval(gap - half, gap + half, 0.95);
    }
    return new HoldoutComparison(one, other, learned.size(), prior.size(), difference);
  }

  private static Proportion rate(Collection<Day> days) {
    return new Proportion(
        days.stream().mapToLong(Day::used).sum(), days.stream().mapToLong(Day::seen).sum());
  }

  /**
   * Of a ratio of sums over clusters, by linearisation: W. G. Cochran (1977), "Sampling
   * techniques", section 6.
   */
  private static double variance(Collection<Day> days, Proportion rate) {
    double squares = 0;
    for (var day : days) {
      double off = day.used() - rate.rate() * day.seen();
      squares += off * off;
    }
    double n = days.size();
    return squares / ((double) rate.trials() * rate.trials()) * n / (n - 1);
  }
}
