package dev.tandem.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tandem.learning.training.Calibration.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {

  /** Rewards that come with the expected chance, or with half of it. */
  private static List<Point> points(int items, double factor) {
    var random = new Random(1);
    var points = new ArrayList<Point>();
    for (int i = 0; i < items; i++) {
      double expected = random.nextDouble();
      points.add(new Point(expected, random.nextDouble() < factor * expected ? 1 : 0, 1));
    }
    return points;
  }

  @Test
  void whatKeepsItsPromisesLiesOnTheLine() {
    var bins = Calibration.of(points(4_000, 1));
    assertThat(bins).hasSize(10);
    long within =
        bins.stream().filter(b -> b.low() <= b.predicted() && b.predicted() <= b.high()).count();
    assertThat(within).isGreaterThanOrEqualTo(8);
    assertThat(bins).isSortedAccordingTo((a, b) -> Double.compare(a.predicted(), b.predicted()));
    assertThat(bins.stream().mapToLong(b -> b.items()).sum()).isEqualTo(4_000);
  }

  @Test
  void whatPromisesTooMuchLiesBelowIt() {
    var bins = Calibration.of(points(4_000, 0.5));
    assertThat(bins.getLast().high()).isLessThan(bins.getLast().predicted());
    assertThat(bins.getLast().observed()).isCloseTo(0.48, within(0.06));
  }

  @Test
  void tooFewItemsShowNothing() {
    assertThat(Calibration.of(points(29, 1))).isEmpty();
    assertThat(Calibration.of(points(70, 1))).hasSize(2);
  }
}
