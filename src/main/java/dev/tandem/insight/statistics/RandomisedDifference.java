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
    var plain = of(List.of(new Pair(treated, control)));
    var padded = of(List.of(new Pair(treated.padded(), control.padded())));
    boolean enough =
        treated.clusters() >= LEAST_CLUSTERS
            && control.clusters() >= LEAST_CLUSTERS
            && treated.results() + control.results() >= LEAST_RESULTS;
    return enough
        ? new RandomisedDifference(plain.difference(), padded.interval(), padded.p())
        : new RandomisedDifference(plain.difference(), null, 1);
  }

  public static RandomisedDifference of(List<Pair> strata) {
    var usable =
        strata.stream().filter(pair -> pair.treated().w() > 0 && pair.control().w() > 0).toList();
    double weights = 0;
    double sum = 0;
    double variance = 0;
    long treated = 0;
    long control = 0;
    long results = 0;
    for (var pair : usable) {
      double weight =
          pair.treated().w() * pair.control().w() / (pair.treated().w() + pair.control().w());
      weights += weight;
      sum += weight * (pair.treated().ratio() - pair.control().ratio());
      // a stratum of one cluster a side has no spread of its own: it is left out below
      variance += weight * weight * (pair.treated().variance() + pair.control().variance());
      treated += pair.treated().clusters();
      control += pair.control().clusters();
      results += pair.treated().results() + pair.control().results();
    }
    if (weights == 0) return new RandomisedDifference(Double.NaN, null, 1);
    double difference = sum / weights;
    double error = Math.sqrt(variance) / weights;
    if (treated < LEAST_CLUSTERS
        || control < LEAST_CLUSTERS
        || results < LEAST_RESULTS
        || !(error > 0)) return new RandomisedDifference(difference, null, 1);
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
