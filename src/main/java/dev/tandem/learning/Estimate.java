package dev.tandem.learning;

import dev.tandem.shared.Interval;

/**
 * A learned number with its uncertainty.
 *
 * @param sd standard deviation of the posterior, above 0
 */
public record Estimate(double mean, double sd) {
  public Estimate {
    if (!Double.isFinite(mean) || !(sd > 0) || !Double.isFinite(sd))
      throw new IllegalArgumentException("no estimate: " + mean + " ± " + sd);
  }

  /** Where the true value lies with 95 % by the posterior. */
  public Interval interval() {
    return new Interval(mean - 1.96 * sd, mean + 1.96 * sd, 0.95);
  }
}
