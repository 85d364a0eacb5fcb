package dev.tandem.learning.training;

import dev.tandem.learning.HeldOut.Bin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What was expected beside what happened, in groups of about equally many items. */
final class Calibration {
  private static final int MOST_BINS = 10;

  /** Fewer items in a group would say nothing. */
  private static final int LEAST_IN_A_BIN = 30;

  /**
   * @param expected, reward in [0, 1]
   * @param weight how much it counted when the model was fitted, above 0
   */
  record Point(double expected, double reward, double weight) {}

  private Calibration() {}

  /** None where there are too few items. */
  static List<Bin> of(List<Point> points) {
    int bins = Math.min(MOST_BINS, points.size() / LEAST_IN_A_BIN);
    if (bins == 0) return List.of();
    var sorted = points.stream().sorted(Comparator.comparingDouble(Point::expected)).toList();
    var all = new ArrayList<Bin>();
    for (int i = 0; i < bins; i++)
      all.add(bin(sorted.subList(i * sorted.size() / bins, (i + 1) * sorted.size() / bins)));
    return all;
  }

  /** The interval is that of a weighted mean by its sampling variance. */
  private static Bin bin(List<Point> points) {
    double weight = points.stream().mapToDouble(Point::weight).sum();
    double expected = points.stream().mapToDouble(p -> p.weight() * p.expected()).sum() / weight;
    double observed = points.stream().mapToDouble(p -> p.weight() * p.reward()).sum() / weight;
    double variance =
        points.stream().mapToDouble(p -> Math.pow(p.weight() * (p.reward() - observed), 2)).sum()
            / (weight * weight);
    double half = 1.96 * Math.sqrt(variance);
    return new Bin(
        expected,
        observed,
        points.size(),
        Math.max(0, observed - half),
        Math.min(1, observed + half));
  }
}
