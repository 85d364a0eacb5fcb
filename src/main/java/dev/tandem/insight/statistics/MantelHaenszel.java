package dev.tandem.insight.statistics;

import dev.tandem.shared.Interval;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The difference of two rates within strata, averaged with the weights of Mantel and Haenszel: like
 * is compared with like. Strata in which one group is empty say nothing and are left out.
 *
 * @param difference in [-1, 1]; NaN where no stratum has both groups
 * @param interval of 95 %
 * @param p two-sided chance of so large a difference where there is none
 * @param with how many of the first group were compared
 * @param without how many of the second
 */
record MantelHaenszel(
    double difference, Interval interval, double p, long with, long without, int strata) {

  private static final double Z_95 = 1.959963984540054;
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  /**
   * Variance of Sato (1989, Biometrics 45, "On the variance estimator for the Mantel–Haenszel risk
   * difference"); the interval inverts the score test that rests on it, as Klingenberg (2014,
   * Statistics in Medicine 33) proposes, which holds with few deals per stratum, too. The test is
   * that of Cochran, Mantel and Haenszel with the correction for continuity.
   */
  static MantelHaenszel of(List<TwoGroups> strata) {
    double weight = 0;
    double sum = 0;
    double p = 0;
    double q = 0;
    double surplus = 0;
    double spread = 0;
    long with = 0;
    long without = 0;
    int used = 0;
    for (var stratum : strata) {
      if (!stratum.comparable()) continue;
      double n1 = stratum.with().trials();
      double n0 = stratum.without().trials();
      double x1 = stratum.with().successes();
      double x0 = stratum.without().successes();
      double n = n1 + n0;
      weight += n1 * n0 / n;
      sum += (x1 * n0 - x0 * n1) / n;
      p += (n1 * n1 * x0 - n0 * n0 * x1 + n1 * n0 * (n0 - n1) / 2) / (n * n);
      q += (x1 * (n0 - x0) + x0 * (n1 - x1)) / (2 * n);
      double won = x1 + x0;
      surplus += x1 - n1 * won / n;
      spread += n1 * n0 * won * (n - won) / (n * n * (n - 1));
      with += stratum.with().trials();
      without += stratum.without().trials();
      used++;
    }
    if (used == 0) return new MantelHaenszel(Double.NaN, new Interval(-1, 1, 0.95), 1, 0, 0, 0);
    double d = sum / weight;
    double z2 = Z_95 * Z_95;
    double middle = d + z2 * p / (2 * weight * weight);
    double half = Math.sqrt(Math.max(0, middle * middle - d * d + z2 * q / (weight * weight)));
    double low = Math.max(-1, Math.min(d, middle - half));
    double high = Math.min(1, Math.max(d, middle + half));
    return new MantelHaenszel(
        d, new Interval(low, high, 0.95), chance(surplus, spread), with, without, used);
  }

  /** Half the width of the interval in standard deviations: the standard error behind it. */
  double standardError() {
    return (interval.high() - interval.low()) / (2 * Z_95);
  }

  private static double chance(double surplus, double spread) {
    if (spread <= 0) return 1;
    double z = Math.max(0, Math.abs(surplus) - 0.5) / Math.sqrt(spread);
    return 2 * NORMAL.cumulativeProbability(-z);
  }
}
