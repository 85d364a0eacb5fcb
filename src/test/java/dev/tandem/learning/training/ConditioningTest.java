package dev.tandem.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tandem.learning.training.smile.SmileMinimizer;
import org.junit.jupiter.api.Test;

class ConditioningTest {
  /** Two that are nearly one and a third by itself. */
  private static final double[][] BEND = {{1000, 999, 0}, {999, 1000, 0}, {0, 0, 4}};

  private static final double[] BOTTOM = {1, -2, 3};

  private static double loss(double[] at, double[] slope) {
    double loss = 0;
    for (int i = 0; i < 3; i++) {
      slope[i] = 0;
      for (int j = 0; j < 3; j++) slope[i] += BEND[i][j] * (at[j] - BOTTOM[j]);
      loss += slope[i] * (at[i] - BOTTOM[i]) / 2;
    }
    return loss;
  }

  private static Conditioning conditioning() {
    double[][] block = {{1000}, {999, 1000}};
    return Conditioning.of(
        new double[] {5, 5, 5}, new int[] {0, 1}, block, new double[] {1000, 1000, 4});
  }

  @Test
  void theSlopePointsStraightToTheBottom() {
    var slope = new double[3];
    double[] origin = {0, 0, 0};
    conditioning().of(ConditioningTest::loss).at(origin, slope);
    for (int i = 0; i < 3; i++) slope[i] = -slope[i];
    assertThat(conditioning().point(slope)).containsExactly(BOTTOM, within(1e-6));
  }

  @Test
  void whatIsHardToTellApartIsFoundInAFewSteps() {
    var found =
        new SmileMinimizer(3, 1e-12)
            .minimize(
                conditioning().of(ConditioningTest::loss), new double[3], new double[] {1, 1, 1});
    assertThat(conditioning().point(found)).containsExactly(BOTTOM, within(1e-6));
  }
}
