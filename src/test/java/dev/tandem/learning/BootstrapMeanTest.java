package dev.tandem.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BootstrapMeanTest {
  @Test
  void theSameValuesAlwaysGiveTheSameInterval() {
    double[] values = {0.1, 0.9, 0.4, 0.7, 1, 0};
    assertThat(BootstrapMean.of(values)).isEqualTo(BootstrapMean.of(values));
  }

  @Test
  void theIntervalHasTheWidthThatTheoryExpects() {
    var random = new Random(7);
    var values = new double[400];
    Arrays.setAll(values, i -> random.nextGaussian());
    var mean = BootstrapMean.of(values);
    // ± 1.96 standard errors of 400 standard normal values: ± 0.098
    assertThat(mean.interval().high() - mean.interval().low()).isCloseTo(0.196, within(0.02));
    assertThat(mean.mean()).isBetween(mean.interval().low(), mean.interval().high());
  }

  @Test
  void equalValuesLeaveNoDoubt() {
    var mean = BootstrapMean.of(0.5, 0.5, 0.5);
    assertThat(mean.interval().low()).isEqualTo(0.5);
    assertThat(mean.interval().high()).isEqualTo(0.5);
  }
}
