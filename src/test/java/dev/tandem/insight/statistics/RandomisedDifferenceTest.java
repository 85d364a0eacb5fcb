package dev.tandem.insight.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tandem.insight.statistics.RandomisedDifference.Group;
import dev.tandem.insight.statistics.RandomisedDifference.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reps differ, and so do their days: the interval holds all the same. */
class RandomisedDifferenceTest {
  private static final int WORLDS = 1_000;
  private final Random random = new Random(20_261_126);

  @ParameterizedTest(name = "{0} days of reps, {1} of them held out, true effect {2}")
  @CsvSource({"1500, 0.05, 0", "1500, 0.05, 0.05", "400, 0.2, 0.03", "3000, 0.1, -0.02"})
  void anIntervalOf95HoldsTheTruthIn93To97OfHundredWorlds(int days, double share, double effect) {
    int held = 0;
    int counted = 0;
    for (int world = 0; world < WORLDS; world++) {
      var found = RandomisedDifference.of(List.of(heldOut(days, share, effect)));
      var interval = found.interval();
      if (interval == null) continue;
      counted++;
      if (interval.low() <= effect && effect <= interval.high()) held++;
    }
    assertThat(counted).isGreaterThan(WORLDS * 9 / 10);
    assertThat((double) held / counted).isBetween(0.93, 0.97);
  }

  /** Each day of a rep has one to six lists, and its own rate. */
  private Pair heldOut(int days, double share, double effect) {
    var treated = Group.NONE;
    var control = Group.NONE;
    for (int day = 0; day < days; day++) {
      boolean out = random.nextDouble() < share;
      double rate = 0.15 + 0.3 * random.nextDouble() + (out ? 0 : effect);
      int seen = 1 + random.nextInt(6);
      int used = 0;
      for (int i = 0; i < seen; i++) if (random.nextDouble() < rate) used++;
      var cluster = cluster(used, seen, used);
      if (out) control = control.plus(cluster);
      else treated = treated.plus(cluster);
    }
    return new Pair(treated, control);
  }

  private static Group cluster(long results, double w, double y) {
    return new Group(1, results, w, y, w * w, y * y, w * y);
  }

  @ParameterizedTest(name = "shares tried out of {0} and {1}")
  @CsvSource({"0.1, 0.1", "0.05, 0.3"})
  void slatesDrawnWithDifferentChancesAreWeightedBack(double one, double other) {
    int held = 0;
    double truth = 0.04;
    for (int world = 0; world < WORLDS; world++) {
      var interval =
          RandomisedDifference.of(List.of(explored(2_000, one, other, truth))).interval();
      if (interval != null && interval.low() <= truth && truth <= interval.high()) held++;
    }
    assertThat((double) held / WORLDS).isBetween(0.93, 0.97);
  }

  /** Where more is tried out, more is used anyway: only the weights keep the two apart. */
  private Pair explored(int slates, double one, double other, double effect) {
    var treated = Group.NONE;
    var control = Group.NONE;
    for (int slate = 0; slate < slates; slate++) {
      boolean first = random.nextBoolean();
      double chance = first ? one : other;
      double base = first ? 0.1 : 0.4;
      boolean tried = random.nextDouble() < chance;
      boolean used = random.nextDouble() < base + (tried ? effect : 0);
      double weight = 1 / (tried ? chance : 1 - chance);
      var cluster = cluster(used ? 1 : 0, weight, used ? weight : 0);
      if (tried) treated = treated.plus(cluster);
      else control = control.plus(cluster);
    }
    return new Pair(treated, control);
  }

  @Test
  void whereThereIsNoEffectOneIsShownInFiveOfHundredWorldsAtMost() {
    int shown = 0;
    for (int world = 0; world < WORLDS; world++)
      if (RandomisedDifference.of(List.of(heldOut(800, 0.1, 0))).isReal()) shown++;
    assertThat((double) shown / WORLDS).isBetween(0.03, 0.07);
  }

  @Test
  void amongManyAssetsWithoutAnEffectOneIsCalledSoInFiveOfHundredWorldsAtMost() {
    int worldsWithOne = 0;
    int worlds = 300;
    for (int world = 0; world < worlds; world++) {
      var p = new double[20];
      for (int asset = 0; asset < p.length; asset++)
        p[asset] = RandomisedDifference.of(List.of(explored(600, 0.3, 0.3, 0))).p();
      for (boolean kept : FalseDiscoveries.kept(p, Comparison.FALSE_DISCOVERY_RATE))
        if (kept) {
          worldsWithOne++;
          break;
        }
    }
    assertThat((double) worldsWithOne / worlds).isLessThan(0.08);
  }

  @Test
  void modelsAreComparedWithWhatWasHeldOutFromThemselves() {
    // the second model came when everything was used more; mixed together it would look like an
    // effect of having learned
    var before = new Pair(group(900, 0.2), group(100, 0.2));
    var after = new Pair(group(100, 0.6), group(900, 0.6));
    assertThat(RandomisedDifference.of(List.of(before, after)).difference())
        .isCloseTo(0, within(1e-9));
  }

  private static Group group(int days, double rate) {
    var clusters = new ArrayList<Group>();
    for (int i = 0; i < days; i++) clusters.add(cluster((long) (10 * rate), 10, 10 * rate));
    return clusters.stream().reduce(Group.NONE, Group::plus);
  }

  @Test
  void nothingIsSaidOfTooFewDaysOrResults() {
    assertThat(
            RandomisedDifference.of(List.of(new Pair(group(29, 0.2), group(500, 0.4)))).interval())
        .isNull();
    assertThat(RandomisedDifference.of(List.of(heldOut(200, 0.5, 0.5))).interval()).isNotNull();
    assertThat(RandomisedDifference.of(List.of()).interval()).isNull();
  }
}
