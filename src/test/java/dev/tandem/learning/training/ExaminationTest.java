package dev.tandem.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExaminationTest {
  private static final double STEP = 1e-5;

  @ParameterizedTest(name = "looked at {0}, useful {1}, reward {2}")
  @CsvSource({"-0.5, 1.2, 0.7", "-1.5, -2, 0", "-0.1, 4, 1", "-2, 30, 0.3"})
  void slopesAreThoseOfTheLoss(double looked, double useful, double reward) {
    var at = new Examination(looked, useful);
    double byUse =
        (new Examination(looked, useful + STEP).loss(reward)
                - new Examination(looked, useful - STEP).loss(reward))
            / (2 * STEP);
    double byLooks =
        (new Examination(looked + STEP, useful).loss(reward)
                - new Examination(looked - STEP, useful).loss(reward))
            / (2 * STEP);
    assertThat(at.slope(reward)).isCloseTo(byUse, within(1e-6));
    assertThat(at.slopeByLooks(reward)).isCloseTo(byLooks, within(1e-6));
  }

  @ParameterizedTest(name = "looked at {0}, useful {1}")
  @CsvSource({"-1e-300, 50", "-3, 900", "-700, -900"})
  void extremesStayFinite(double looked, double useful) {
    var at = new Examination(looked, useful);
    assertThat(at.loss(0.5)).isFinite();
    assertThat(at.slope(0.5)).isFinite();
    assertThat(at.slopeByLooks(0.5)).isFinite();
  }

  @ParameterizedTest(name = "reward {0}")
  @CsvSource({"0", "0.3", "1"})
  void whereEverybodyLooksItIsPlainLogisticRegression(double reward) {
    for (double useful : new double[] {-40, -1, 0, 3, 40, 800}) {
      var top = Examination.of(0.4, useful);
      assertThat(top.looked()).isZero();
      assertThat(top.slope(reward)).isCloseTo(ClickRows.sigmoid(useful) - reward, within(1e-12));
      assertThat(top.loss(reward))
          .isCloseTo(ClickRows.softplus(useful) - reward * useful, within(1e-9));
    }
  }
}
