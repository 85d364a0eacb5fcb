package dev.tandem.insight.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.insight.statistics.RandomisedDifference.Group;
import dev.tandem.learning.experiments.Lots;
import dev.tandem.learning.experiments.TryOut;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The effect of showing one asset, with lots as they are drawn on slates: in some situations it has
 * few rivals for the place and everything is used much, in others many and little is. Reps differ
 * throughout the day, and the list of a deal is the same whenever it is looked at that day.
 */
class AssetEffectTest {
  private static final int WORLDS = 1_000;

  /** The asset's number in the order of the model, behind the fourth place. */
  private static final int ASSET = 4;

  private static final List<Lots<Integer>> SITUATIONS = List.of(lots(1), lots(3));
  private final Random random = new Random(20_261_126);

  /** How much is used in a situation, with the asset passed over and beside that when shown. */
  private record Truth(double busy, double quiet, double effect) {
    double base(int situation) {
      return situation == 0 ? busy : quiet;
    }
  }

  /** What came of all lists: of those with the asset shown by lot, and of the others. */
  private record Outcome(Group shown, Group passedOver) {
    static final Outcome NONE = new Outcome(Group.NONE, Group.NONE);
  }

  private static Lots<Integer> lots(int rivals) {
    return TryOut.lots(
        IntStream.range(0, 10).boxed().toList(),
        item -> item >= ASSET && item < ASSET + 1 + rivals,
        item -> 2 - 0.01 * item,
        item -> 0,
        0.2,
        8);
  }

  private static double chance(Lots<Integer> lots) {
    return lots.outcomes().stream()
        .filter(outcome -> outcome.places().get(TryOut.PLACE - 1).item() == ASSET)
        .mapToDouble(Lots.Outcome::probability)
        .sum();
  }

  private Outcome world(int days, Truth truth, boolean weighted) {
    var all = Outcome.NONE;
    for (int day = 0; day < days; day++) {
      double rep = 0.5 + random.nextDouble();
      var shown = new double[3];
      var passedOver = new double[3];
      int deals = 1 + random.nextInt(3);
      for (int deal = 0; deal < deals; deal++) {
        int situation = random.nextInt(2);
        var lots = SITUATIONS.get(situation);
        double chance = chance(lots);
        boolean drawn = lots.draw(random.nextDouble()).get(TryOut.PLACE - 1).item() == ASSET;
        double rate = truth.base(situation) * rep + (drawn ? truth.effect() : 0);
        double weight = weighted ? 1 / (drawn ? chance : 1 - chance) : 1;
        int looks = 1 + random.nextInt(2);
        for (int look = 0; look < looks; look++) {
          boolean used = random.nextDouble() < rate;
          var sums = drawn ? shown : passedOver;
          sums[0] += weight;
          sums[1] += used ? weight : 0;
          sums[2] += used ? 1 : 0;
        }
      }
      all =
          new Outcome(all.shown().plus(cluster(shown)), all.passedOver().plus(cluster(passedOver)));
    }
    return all;
  }

  private static Group cluster(double[] sums) {
    double w = sums[0];
    double y = sums[1];
    return w == 0 ? Group.NONE : new Group(1, (long) sums[2], w, y, w * w, y * y, w * y);
  }

  private double covered(int days, Truth truth, boolean weighted) {
    int held = 0;
    int counted = 0;
    for (int world = 0; world < WORLDS; world++) {
      var outcome = world(days, truth, weighted);
      var interval =
          RandomisedDifference.ofShares(outcome.shown(), outcome.passedOver()).interval();
      if (interval == null) continue;
      counted++;
      if (interval.low() <= truth.effect() && truth.effect() <= interval.high()) held++;
    }
    assertThat(counted).isGreaterThan(WORLDS / 2);
    return (double) held / counted;
  }

  @ParameterizedTest(name = "{0} days of reps, used {1} or {2}, true effect {3}")
  @CsvSource({
    "400, 0.4, 0.1, 0",
    "400, 0.4, 0.1, 0.1",
    "1000, 0.3, 0.05, 0.05",
    "250, 0.4, 0.2, 0"
  })
  void anIntervalOf95HoldsTheTruthIn93To97OfHundredWorlds(
      int days, double busy, double quiet, double effect) {
    assertThat(covered(days, new Truth(busy, quiet, effect), true)).isBetween(0.93, 0.975);
  }

  @Test
  void withoutTheWeightsTheSituationsWouldPassForAnEffect() {
    assertThat(covered(1_000, new Truth(0.4, 0.1, 0), false)).isLessThan(0.6);
  }

  @Test
  void whatIsNeverUsedUnlessItIsShownIsCoveredToo() {
    // an asset that is not on the list otherwise: all of its uses come from the lot
    assertThat(covered(600, new Truth(0, 0, 0.15), true)).isBetween(0.93, 0.985);
  }

  @ParameterizedTest(name = "used in {0}")
  @CsvSource({"0.02", "0.05"})
  void whatIsSeldomUsedIsSeldomCalledAnEffectByChance(double rate) {
    assertThat(covered(500, new Truth(rate, rate, 0), true)).isGreaterThan(0.94);
  }

  @Test
  void thirtyListsWithoutAUseProveNothing() {
    var shown = new Group(30, 0, 30, 0, 30, 0, 0);
    var passedOver = new Group(1_000, 20, 1_000, 20, 1_000, 20, 20);
    var found = RandomisedDifference.ofShares(shown, passedOver);
    assertThat(found.difference()).isEqualTo(-0.02);
    assertThat(found.interval()).isNotNull();
    assertThat(found.isReal()).isFalse();
  }
}
