package dev.tandem.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProportionTest {

  /** The example of Newcombe's paper: 56 of 70 against 48 of 80. */
  @Test
  void theIntervalOfADifferenceIsNewcombes() {
    var interval = new Proportion(56, 70).minus95(new Proportion(48, 80));
    assertThat(interval.low()).isCloseTo(0.0524, within(1e-4));
    assertThat(interval.high()).isCloseTo(0.3339, within(1e-4));
  }

  @Test
  void equalRatesDifferByAnIntervalAroundNone() {
    var interval = new Proportion(5, 50).minus95(new Proportion(5, 50));
    assertThat(interval.low()).isNegative();
    assertThat(interval.high()).isCloseTo(-interval.low(), within(1e-12));
  }
}
