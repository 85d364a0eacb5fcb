package dev.tandem.learning;

/**
 * By how much one ranker is better than another on the same situations, pair by pair.
 *
 * @param mean of the differences, with its 95 % bootstrap interval; above 0 speaks for the first
 * @param pValue of the two-sided {@link RandomisationTest}, in (0, 1]
 * @param better, worse, equal how many situations the first answers better, worse, or as well
 */
public record PairedDifference(
    BootstrapMean mean, double pValue, int better, int worse, int equal) {
  private static final double SAME = 1e-9;

  /** At least one difference. */
  static PairedDifference of(double[] differences) {
    int better = 0, worse = 0;
    for (double difference : differences) {
      if (difference > SAME) better++;
      if (difference < -SAME) worse++;
    }
    return new PairedDifference(
        BootstrapMean.of(differences),
        RandomisationTest.pValue(differences),
        better,
        worse,
        differences.length - better - worse);
  }
}
