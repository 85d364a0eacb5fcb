package dev.tandem.learning;

import java.util.Random;

/**
 * Whether two rankers differ on the same situations by more than chance: the paired randomisation
 * test. If they did not, each difference could as well have the other sign. M. D. Smucker, J. Allan
 * and B. Carterette (2007), "A comparison of statistical significance tests for information
 * retrieval evaluation".
 */
final class RandomisationTest {
  private static final int DRAWS = 20_000;

  /** Up to here all ways to choose the signs are counted: 2^14 = 16,384. */
  private static final int FEW = 14;

  private static final long SEED = 20261122;

  /** Sums of the same numbers in another order may differ in their last digits. */
  private static final double ROUNDING = 1e-9;

  private RandomisationTest() {}

  /**
   * The two-sided p-value, in (0, 1]: how often signs by chance give a mean at least as far from 0.
   * The same differences always give the same value; 1 where nothing differs.
   */
  static double pValue(double[] differences) {
    double observed = Math.abs(sum(differences)) - ROUNDING;
    if (differences.length <= FEW) return exact(differences, observed);
    var random = new Random(SEED);
    int asFar = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      double sum = 0;
      for (double difference : differences) sum += random.nextBoolean() ? difference : -difference;
      if (Math.abs(sum) >= observed) asFar++;
    }
    return (asFar + 1.0) / (DRAWS + 1.0); // the order that was observed is one of them
  }

  private static double exact(double[] differences, double observed) {
    int ways = 1 << differences.length;
    int asFar = 0;
    for (int signs = 0; signs < ways; signs++) {
      double sum = 0;
      for (int i = 0; i < differences.length; i++)
        sum += ((signs >> i) & 1) == 0 ? differences[i] : -differences[i];
      if (Math.abs(sum) >= observed) asFar++;
    }
    return (double) asFar / ways;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) sum += value;
    return sum;
  }
}
