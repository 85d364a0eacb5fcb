package dev.tandem.insight.statistics;

import dev.tandem.shared.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Pulls many estimates toward what they have in common, the uncertain ones most: what stands out
 * most among many is mostly luck. The hierarchical normal model of A. Gelman et al., Bayesian Data
 * Analysis, section 5.4: flat on the common centre, uniform on the standard deviation between the
 * true values, over which it averages, since taking only its likeliest value (often zero) makes
 * intervals too narrow.
 */
final class PartialPooling {
  private static final double Z_95 = 1.959963984540054;
  private static final int FEWEST = 5;
  private static final int STEPS = 60;
  private static final double WIDEST = 0.3; // differences of rates scatter less

  record Estimate(double value, double standardError) {}

  /** An estimate and its 95 % interval. */
  record Pulled(double value, Interval interval) {}

  private PartialPooling() {}

  /** The pulled estimates, in order; with fewer than five nothing is pulled. */
  static List<Pulled> pull(List<Estimate> estimates) {
    int n = estimates.size();
    if (n < FEWEST) return estimates.stream().map(e -> pulled(e.value, e.standardError)).toList();
    var odds = new double[STEPS];
    var means = new double[STEPS][n];
    var variances = new double[STEPS][n];
    for (int step = 0; step < STEPS; step++)
      odds[step] = at(WIDEST * (step + 0.5) / STEPS, estimates, means[step], variances[step]);
    double best = Arrays.stream(odds).max().orElse(0);
    double sum = 0;
    for (int step = 0; step < STEPS; step++) sum += odds[step] = Math.exp(odds[step] - best);
    var all = new ArrayList<Pulled>(n);
    for (int i = 0; i < n; i++) {
      double mean = 0;
      double square = 0;
      for (int step = 0; step < STEPS; step++) {
        double weight = odds[step] / sum;
        mean += weight * means[step][i];
        square += weight * (variances[step][i] + means[step][i] * means[step][i]);
      }
      all.add(pulled(mean, Math.sqrt(Math.max(0, square - mean * mean))));
    }
    return all;
  }

  /** Fills in what is believed if the true values scatter so much; answers how likely that is. */
  private static double at(
      double scatter, List<Estimate> estimates, double[] means, double[] variances) {
    double between = scatter * scatter;
    double weights = 0;
    double sum = 0;
    for (var e : estimates) {
      double weight = 1 / (e.standardError * e.standardError + between);
      weights += weight;
      sum += weight * e.value;
    }
    double centre = sum / weights;
    double likelihood = -0.5 * Math.log(weights);
    for (int i = 0; i < estimates.size(); i++) {
      var e = estimates.get(i);
      double noise = e.standardError * e.standardError;
      double away = e.value - centre;
      likelihood -= 0.5 * (Math.log(noise + between) + away * away / (noise + between));
      double pull = noise / (noise + between);
      means[i] = pull * centre + (1 - pull) * e.value;
      variances[i] = (1 - pull) * noise + pull * pull / weights;
    }
    return likelihood;
  }

  private static Pulled pulled(double value, double error) {
    return new Pulled(
        value,
        new Interval(Math.max(-1, value - Z_95 * error), Math.min(1, value + Z_95 * error), 0.95));
  }
}
