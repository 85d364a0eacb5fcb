package dev.tandem.learning;

import dev.tandem.shared.Interval;
import java.util.Arrays;
import java.util.Random;

/**
 * A mean with its 95 % percentile bootstrap interval: B. Efron (1979), "Bootstrap methods: another
 * look at the jackknife". The same values always give the same interval.
 */
public record BootstrapMean(double mean, Interval interval) {
  private static final int RESAMPLES = 5_000;
  private static final long SEED = 20261122;

  /** At least one value; one value alone gives an interval without width. */
  public static BootstrapMean of(double... values) {
    if (values.length == 0) throw new IllegalArgumentException("no values, no mean");
    var random = new Random(SEED);
    var means = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      double sum = 0;
      for (int j = 0; j < values.length; j++) sum += values[random.nextInt(values.length)];
      means[i] = sum / values.length;
    }
    Arrays.sort(means);
    return new BootstrapMean(
        Arrays.stream(values).sum() / values.length,
        new Interval(quantile(means, 0.025), quantile(means, 0.975), 0.95));
  }

  private static double quantile(double[] sorted, double share) {
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }
}
