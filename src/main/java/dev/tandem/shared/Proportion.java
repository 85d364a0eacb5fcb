package dev.tandem.shared;

/** A rate with what it was counted from: {@code successes} out of {@code trials}, both ≥ 0. */
public record Proportion(long successes, long trials) {

  private static final double Z_95 = 1.959963984540054;

  public Proportion {
    if (successes < 0 || successes > trials)
      throw new IllegalArgumentException(successes + " out of " + trials + " is not a proportion");
  }

  /** The observed rate in [0, 1]; NaN when there were no trials. */
  public double rate() {
    return trials == 0 ? Double.NaN : (double) successes / trials;
  }

  /**
   * The 95 % score interval of E. B. Wilson (1927), "Probable inference, the law of succession, and
   * statistical inference". With no trials it is [0, 1].
   */
  public Interval wilson95() {
    if (trials == 0) return new Interval(0, 1, 0.95);
    double n = trials;
    double p = rate();
    double z2 = Z_95 * Z_95;
    double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
    double half = Z_95 / (1 + z2 / n) * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
    return new Interval(Math.max(0, centre - half), Math.min(1, centre + half), 0.95);
  }

  /**
   * The 95 % interval of this rate minus another: method 10 of R. G. Newcombe (1998), "Interval
   * estimation for the difference between independent proportions". Both need trials.
   */
  public Interval minus95(Proportion other) {
    var mine = wilson95();
    var theirs = other.wilson95();
    double difference = rate() - other.rate();
    return new Interval(
        difference - Math.hypot(rate() - mine.low(), theirs.high() - other.rate()),
        difference + Math.hypot(mine.high() - rate(), other.rate() - theirs.low()),
        0.95);
  }
}
