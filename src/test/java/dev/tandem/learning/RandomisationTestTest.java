package dev.tandem.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RandomisationTestTest {
  @Test
  void ofFewDifferencesAllSignsAreCounted() {
    // of the 8 ways to choose the signs only +++ and --- are as far from 0
    assertThat(RandomisationTest.pValue(new double[] {0.1, 0.2, 0.3})).isEqualTo(0.25);
  }

  @Test
  void whatDiffersNowhereIsNoDifference() {
    assertThat(RandomisationTest.pValue(new double[5])).isEqualTo(1);
    assertThat(RandomisationTest.pValue(new double[50])).isEqualTo(1);
  }

  @Test
  void manyEqualSignsAreNoChance() {
    var differences = new double[40];
    Arrays.fill(differences, 0.1);
    assertThat(RandomisationTest.pValue(differences)).isLessThan(0.001).isPositive();
  }

  @Test
  void theDrawnValueIsThatOfTheNormalDistribution() {
    var random = new Random(3);
    var differences = new double[400];
    Arrays.setAll(differences, i -> random.nextGaussian());
    double mean = Arrays.stream(differences).sum() / 400;
    double wanted = 1.96 * Math.sqrt(Arrays.stream(differences).map(x -> x * x).sum()) / 400;
    Arrays.setAll(differences, i -> differences[i] - mean + wanted);
    // a mean of 1.96 standard errors: 5 % lie as far out
    assertThat(RandomisationTest.pValue(differences)).isCloseTo(0.05, within(0.01));
  }
}
