package dev.tandem.learning.training.smile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SmileMinimizerTest {

  @Test
  void findsTheBottomOfANarrowValley() {
    // (x - 1)² + 1000 (y - x)²: the gradient alone hardly points along it
    var found =
        new SmileMinimizer(200, 1e-14)
            .minimize(
                (at, gradient) -> {
                  double x = at[0] - 1;
                  double y = at[1] - at[0];
                  gradient[0] = 2 * x - 2000 * y;
                  gradient[1] = 2000 * y;
                  return x * x + 1000 * y * y;
                },
                new double[] {-5, 9},
                new double[] {1, 1});
    assertThat(found[0]).isCloseTo(1, within(1e-3));
    assertThat(found[1]).isCloseTo(1, within(1e-3));
  }

  @Test
  void theStartIsNotChangedAndManyDimensionsWork() {
    var start = new double[300];
    var scale = new double[300];
    Arrays.setAll(scale, i -> 1.0 / (2 * (i + 1)));
    var found =
        new SmileMinimizer(100, 1e-12)
            .minimize(
                (at, gradient) -> {
                  double sum = 0;
                  for (int i = 0; i < at.length; i++) {
                    double off = at[i] - i;
                    sum += (i + 1) * off * off;
                    gradient[i] = 2 * (i + 1) * off;
                  }
                  return sum;
                },
                start,
                scale);
    assertThat(start).containsOnly(0);
    assertThat(found[299]).isCloseTo(299, within(1e-4));
  }
}
