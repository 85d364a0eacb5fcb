package dev.tandem.insight.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.insight.statistics.PartialPooling.Estimate;
import dev.tandem.shared.Interval;
import dev.tandem.shared.Proportion;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Intervals of 95 % hold the truth in 93 to 97 % of 1,000 simulated worlds. */
class CoverageTest {
  private static final int WORLDS = 1_000;
  private final Random random = new Random(20_261_126);

  @ParameterizedTest(name = "about {0} deals a group")
  @ValueSource(ints = {15, 40, 200})
  void newcombesInterval(int size) {
    assertCovered(
        IntStream.range(0, WORLDS)
            .filter(
                world -> {
                  double with = 0.1 + 0.8 * random.nextDouble();
                  double without = 0.1 + 0.8 * random.nextDouble();
                  var groups = new TwoGroups(drawn(size, with), drawn(2 * size, without));
                  return holds(groups.newcombe95(), with - without);
                })
            .count(),
        WORLDS);
  }

  @ParameterizedTest(name = "{0} strata")
  @ValueSource(ints = {3, 12, 40})
  void theStratifiedInterval(int strata) {
    assertCovered(
        IntStream.range(0, WORLDS)
            .filter(
                world -> {
                  double difference = 0.4 * random.nextDouble() - 0.2;
                  var groups = new ArrayList<TwoGroups>();
                  for (int i = 0; i < strata; i++) {
                    double base = 0.25 + 0.5 * random.nextDouble();
                    groups.add(
                        new TwoGroups(
                            drawn(1 + random.nextInt(240 / strata), base + difference),
                            drawn(1 + random.nextInt(480 / strata), base)));
                  }
                  return holds(MantelHaenszel.of(groups).interval(), difference);
                })
            .count(),
        WORLDS);
  }

  @ParameterizedTest(name = "true differences scatter by {0}")
  @ValueSource(doubles = {0.03, 0.1})
  void intervalsOfManyAssetsDrawnTowardEachOther(double scatter) {
    int assets = 40;
    long held = 0;
    for (int world = 0; world < WORLDS; world++) {
      var truth = new double[assets];
      var estimates = new ArrayList<Estimate>();
      for (int i = 0; i < assets; i++) {
        truth[i] = 0.02 + scatter * random.nextGaussian();
        double error = 0.03 + 0.12 * random.nextDouble();
        estimates.add(new Estimate(truth[i] + error * random.nextGaussian(), error));
      }
      var pulled = PartialPooling.pull(estimates);
      for (int i = 0; i < assets; i++) if (holds(pulled.get(i).interval(), truth[i])) held++;
    }
    assertCovered(held, (long) WORLDS * assets);
  }

  @Test
  void drawnTogetherTheyAreNearerToTheTruth() {
    double alone = 0;
    double together = 0;
    for (int world = 0; world < 100; world++) {
      var truth = random.doubles(40, -0.05, 0.05).toArray();
      var estimates = new ArrayList<Estimate>();
      for (double true1 : truth)
        estimates.add(new Estimate(true1 + 0.1 * random.nextGaussian(), 0.1));
      var pulled = PartialPooling.pull(estimates);
      for (int i = 0; i < truth.length; i++) {
        alone += Math.pow(estimates.get(i).value() - truth[i], 2);
        together += Math.pow(pulled.get(i).value() - truth[i], 2);
      }
    }
    assertThat(together).isLessThan(alone / 3);
  }

  @Test
  void figuresOfNewcombesPaper() { // 1998, table II, method 10: 56/70 - 48/80
    var groups = new TwoGroups(new Proportion(56, 70), new Proportion(48, 80));
    assertThat(rounded(groups.newcombe95())).containsExactly(0.0524, 0.3339);
  }

  private static List<Double> rounded(Interval interval) {
    return List.of(Math.round(interval.low() * 1e4) / 1e4, Math.round(interval.high() * 1e4) / 1e4);
  }

  private Proportion drawn(int size, double rate) {
    return new Proportion(
        IntStream.range(0, size).filter(i -> random.nextDouble() < rate).count(), size);
  }

  private static boolean holds(Interval interval, double truth) {
    return interval.low() <= truth && truth <= interval.high();
  }

  private static void assertCovered(long held, long of) {
    assertThat((double) held / of).isBetween(0.93, 0.97);
  }
}
