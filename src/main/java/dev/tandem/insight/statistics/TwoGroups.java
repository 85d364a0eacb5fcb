package dev.tandem.insight.statistics;

import dev.tandem.shared.Interval;
import dev.tandem.shared.Proportion;

/** Successes of two groups that are compared, such as won deals with and without an asset. */
public record TwoGroups(Proportion with, Proportion without) {

  static TwoGroups of(long won, long decided, long wonWithout, long decidedWithout) {
    return new TwoGroups(new Proportion(won, decided), new Proportion(wonWithout, decidedWithout));
  }

  long size() {
    return with.trials() + without.trials();
  }

  boolean comparable() {
    return with.trials() > 0 && without.trials() > 0;
  }

  /** Rate with minus rate without, in [-1, 1]; NaN where one group is empty. */
  public double difference() {
    return with.rate() - without.rate();
  }

  /**
   * The 95 % interval of the difference that combines the score intervals of both rates: method 10
   * of R. G. Newcombe (1998), "Interval estimation for the difference between independent
   * proportions", Statistics in Medicine 17. With an empty group it is [-1, 1].
   */
  public Interval newcombe95() {
    if (!comparable()) return new Interval(-1, 1, 0.95);
    double d = difference();
    var one = with.wilson95();
    var other = without.wilson95();
    double below = Math.hypot(with.rate() - one.low(), other.high() - without.rate());
    double above = Math.hypot(one.high() - with.rate(), without.rate() - other.low());
    return new Interval(Math.max(-1, d - below), Math.min(1, d + above), 0.95);
  }
}
