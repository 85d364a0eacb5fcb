package dev.tandem.learning.experiments;

import dev.tandem.shared.Interval;
import java.util.OptionalLong;

/**
 * What interleaving found: in how many sessions the first use went to the one model, to the other,
 * or to neither.
 *
 * <p>The interval holds at whatever moment it is looked at, and however often: a confidence
 * sequence from the mixture of binomial likelihoods under a symmetric beta distribution (H.
 * Robbins, 1970, "Statistical methods related to the law of the iterated logarithm"; J. Ville,
 * 1939, bounds how often it ever leaves the truth out). It is wider than a binomial interval that
 * is looked at once.
 *
 * @param wins of the model that is judged
 * @param losses of it
 * @param ties sessions without a use that tells
 */
public record Preferences(long wins, long losses, long ties) {
  public static final Preferences NONE = new Preferences(0, 0, 0);

  /** How often, at most, the interval leaves the truth out at any time. */
  static final double ALPHA = 0.05;

  /** The beta distribution of the mixture: differences of about a tenth are found soonest. */
  private static final int SHAPE = 10;

  private static final long MOST_NEEDED = 20_000;

  public Preferences {
    if (wins < 0 || losses < 0 || ties < 0) throw new IllegalArgumentException("below 0");
  }

  public long decisive() {
    return wins + losses;
  }

  public long sessions() {
    return wins + losses + ties;
  }

  /** From the other model's side. */
  public Preferences reversed() {
    return new Preferences(losses, wins, ties);
  }

  /** Wins among the sessions that tell, in [0, 1]; NaN without any. */
  public double share() {
    return decisive() == 0 ? Double.NaN : (double) wins / decisive();
  }

  /** Where the true share of wins lies, with 95 % at all times together. */
  public Interval interval() {
    if (decisive() == 0) return new Interval(0, 1, 1 - ALPHA);
    return new Interval(edge(0, share()), edge(1, share()), 1 - ALPHA);
  }

  /** Whether the model is better with confidence. */
  public boolean better() {
    return decisive() > 0 && share() > 0.5 && excludes(0.5);
  }

  /** Whether it is worse with confidence. */
  public boolean worse() {
    return decisive() > 0 && share() < 0.5 && excludes(0.5);
  }

  /**
   * How many sessions more it takes until the interval leaves out one half, if things go on as they
   * did; 0 when it does already; empty when nothing was seen yet, or when it would take more than
   * {@value #MOST_NEEDED} that tell.
   */
  public OptionalLong sessionsNeeded() {
    if (better() || worse()) return OptionalLong.of(0);
    if (decisive() == 0 || wins == losses || !of(MOST_NEEDED).excludes(0.5))
      return OptionalLong.empty();
    long not = decisive(), enough = MOST_NEEDED;
    while (enough - not > 1) {
      long middle = (not + enough) / 2;
      if (of(middle).excludes(0.5)) enough = middle;
      else not = middle;
    }
    return OptionalLong.of(
        (long) Math.ceil((enough - decisive()) * ((double) sessions() / decisive())));
  }

  private Preferences of(long decisive) {
    long won = Math.round(share() * decisive);
    return new Preferences(won, decisive - won, 0);
  }

  private boolean excludes(double rate) {
    return evidenceAgainst(rate) >= Math.log(1 / ALPHA);
  }

  /** The logarithm of the mixture's likelihood against that of this rate. */
  private double evidenceAgainst(double rate) {
    if ((rate <= 0 && wins > 0) || (rate >= 1 && losses > 0)) return Double.POSITIVE_INFINITY;
    double log = 0;
    for (long i = 0; i < wins; i++) log += Math.log(SHAPE + i) - Math.log(rate);
    for (long i = 0; i < losses; i++) log += Math.log(SHAPE + i) - Math.log1p(-rate);
    for (long i = 0; i < decisive(); i++) log -= Math.log(2.0 * SHAPE + i);
    return log;
  }

  /** Between a rate outside the interval, or the end of all rates, and one inside. */
  private double edge(double outside, double inside) {
    if (!excludes(outside)) return outside;
    double out = outside, in = inside;
    for (int i = 0; i < 40; i++) {
      double middle = (out + in) / 2;
      if (excludes(middle)) out = middle;
      else in = middle;
    }
    return in;
  }
}
