package dev.tandem.insight.statistics;

import dev.tandem.shared.Interval;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The difference of two ratios between groups that a lot has made, each a sum over clusters that
 * were drawn as a whole (the days of reps): their spread is that of the clusters, by linearisation
 * (W. G. Cochran, 1977, "Sampling techniques", section 6). Strata are averaged with the weights of
 * Mantel and Haenszel, so that what was compared at different times is not mixed.
 *
 * @param difference of the ratios; NaN without anything to compare
 * @param interval of 95 % for one look; null while there are too few clusters or results
 * @param p the chance of so large a difference where there is none; 1 without an interval
 */
public record RandomisedDifference(double difference, @Nullable Interval interval, double p) {

  /** With fewer clusters on a side the spread between them cannot be told. */
  public static final int LEAST_CLUSTERS = 30;

  /** With fewer results on both sides together no interval holds. */
  public static final int LEAST_RESULTS = 20;

  /** The padded interval of shares holds with fewer. */
  public static final int LEAST_SHARES = 10;

  private static final double Z_95 = 1.959963984540054;
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  /**
   * One group: over clusters c, of numerators y and denominators w.
   *
   * @param results how many things happened, whatever their weights
   */
  public record Group(
      long clusters, long results, double w, double y, double ww, double yy, double wy) {
    public static final Group NONE = new Group(0, 0, 0, 0, 0, 0, 0);

    public Group plus(Group other) {
      return new Group(
          clusters + other.clusters,
          results + other.results,
          w + other.w,
          y + other.y,
          ww + other.ww,
          yy + other.yy,
          wy + other.wy);
    }

    public double ratio() {
      return w > 0 ? y / w : Double.NaN;
    }

    /**
     * With two more clusters of the average size, one all results and one none: an interval around
     * few results is then neither empty nor too narrow (A. Agresti and B. Caffo, 2000, "Simple and
     * effective confidence intervals for proportions and differences of proportions").
     */
    private Group padded() {
      if (clusters == 0) return this;
      double size = w / clusters;
      double square = size * size;
      return plus(new Group(2, 0, 2 * size, size, 2 * square, square, square));
    }

    private double variance() {
      if (clusters < 2) return Double.NaN;
      double r = ratio();
      double squares = Math.max(0, yy - 2 * r * wy + r * r * ww);
      return squares / (w * w) * clusters / (clusters - 1.0);
    }
  }

  /** Of one stratum. */
  public record Pair(Group treated, Group control) {}

  /** Of shares, numerators that are part of their denominators, some of which may be near none. */
  public static RandomisedDifference ofShares(Group treated, Group control) {
    double difference = sum(List.of(new Pair(treated, control))).difference();
    if (treated.clusters() < LEAST_CLUSTERS
        || control.clusters() < LEAST_CLUSTERS
        || treated.results() + control.results() < LEAST_SHARES)
      return new RandomisedDifference(difference, null, 1);
    var padded = sum(List.of(new Pair(treated.padded(), control.padded())));
    return new RandomisedDifference(difference, padded.interval(), padded.p());
  }

  public static RandomisedDifference of(List<Pair> strata) {
    long treated =
        strata.stream().mapToLong(pair -> usable(pair) ? pair.treated().clusters() : 0).sum();
    long control =
        strata.stream().mapToLong(pair -> usable(pair) ? pair.control().clusters() : 0).sum();
    long results =
        strata.stream()
            .filter(RandomisedDifference::usable)
            .mapToLong(pair -> pair.treated().results() + pair.control().results())
            .sum();
    var sum = sum(strata);
    return treated < LEAST_CLUSTERS || control < LEAST_CLUSTERS || results < LEAST_RESULTS
        ? new RandomisedDifference(sum.difference(), null, 1)
        : sum;
  }

  private static boolean usable(Pair pair) {
    return pair.treated().w() > 0 && pair.control().w() > 0;
  }

  /** However little there is. */
  private static RandomisedDifference sum(List<Pair> strata) {
    double weights = 0;
    double sum = 0;
    double variance = 0;
    for (var pair : strata) {
      if (!usable(pair)) continue;
      double weight =
          pair.treated().w() * pair.control().w() / (pair.treated().w() + pair.control().w());
      weights += weight;
      sum += weight * (pair.treated().ratio() - pair.control().ratio());
      // with a stratum of one cluster a side, which has no spread of its own, nothing is said
      variance += weight * weight * (pair.treated().variance() + pair.control().variance());
    }
    if (weights == 0) return new RandomisedDifference(Double.NaN, null, 1);
    double difference = sum / weights;
    double error = Math.sqrt(variance) / weights;
    if (!(error > 0)) return new RandomisedDifference(difference, null, 1);
    return new RandomisedDifference(
        difference,
        new Interval(difference - Z_95 * error, difference + Z_95 * error, 0.95),
        2 * NORMAL.cumulativeProbability(-Math.abs(difference) / error));
  }

  /** Whether the interval leaves no difference out. */
  public boolean isReal() {
    return interval != null && (interval.low() > 0 || interval.high() < 0);
  }
}
