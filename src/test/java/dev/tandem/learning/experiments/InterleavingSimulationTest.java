package dev.tandem.learning.experiments;

import static dev.tandem.learning.experiments.Interleaved.items;
import static dev.tandem.learning.experiments.Interleaved.slate;
import static dev.tandem.learning.experiments.Interleaved.used;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.learning.experiments.Lots.Drawn;
import dev.tandem.learning.experiments.TeamDraft.Team;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Reps who look at the top first and use what serves them: from the slates through the log to the
 * verdict.
 */
class InterleavingSimulationTest {
  private static final int ASSETS = 30, SLOTS = 6;

  /** What each asset is worth to everybody, in log-odds of being used. */
  private static Map<String, Double> worth(Random random) {
    var worth = new HashMap<String, Double>();
    for (int i = 0; i < ASSETS; i++) worth.put("a" + i, 1.2 * random.nextGaussian() - 1);
    return worth;
  }

  private static List<String> order(ToDoubleFunction<String> score) {
    return IntStream.range(0, ASSETS)
        .mapToObj(i -> "a" + i)
        .sorted(Comparator.comparingDouble(score).reversed())
        .toList();
  }

  /** A ranker that knows the worth with so much noise, anew for each request. */
  private static List<String> noisy(Map<String, Double> worth, double noise, Random random) {
    var scores = new HashMap<String, Double>();
    worth.forEach((asset, value) -> scores.put(asset, value + noise * random.nextGaussian()));
    return order(asset -> scores.getOrDefault(asset, 0.0));
  }

  private static Preferences run(int sessions, double noiseOfNew, double noiseOfOld, long seed) {
    var random = new Random(seed);
    var worth = worth(random);
    var slates = new LiveSlates();
    for (int i = 0; i < sessions; i++) {
      var drawn =
          TeamDraft.lots(
                  new Team<>("new", noisy(worth, noiseOfNew, random)),
                  new Team<>("old", noisy(worth, noiseOfOld, random)),
                  String::equals,
                  SLOTS)
              .draw(random.nextDouble());
      slates.follow(slate("s" + i, "rep" + i % 60, "interleaved:old", "new", items(drawn)));
      for (var used : uses(drawn, worth, random))
        slates.follow(used("s" + i, "rep" + i % 60, used));
    }
    return slates.preferences("new", "old");
  }

  private static List<String> uses(
      List<Drawn<String>> drawn, Map<String, Double> worth, Random random) {
    return IntStream.range(0, drawn.size())
        .filter(place -> random.nextDouble() < Math.pow(place + 1, -0.8))
        .mapToObj(place -> drawn.get(place).item())
        .filter(asset -> random.nextDouble() < 1 / (1 + Math.exp(-worth.getOrDefault(asset, 0.0))))
        .toList();
  }

  /** Two rankers of the same quality that disagree: neither may be called better. */
  @Test
  void equallyGoodRankersRaiseFalseAlarmsAtTheStatedRateAtMost() {
    int alarms = 0, runs = 200;
    for (int run = 0; run < runs; run++) {
      var found = run(190, 0.8, 0.8, 100 + run);
      if (found.better() || found.worse()) alarms++;
    }
    // at 5 % ten are expected at the most; 19 would happen less than once in a hundred times
    assertThat(alarms).isLessThanOrEqualTo(18);
  }

  @Test
  void neitherTeamIsFavouredOverAll() {
    long wins = 0, losses = 0;
    for (int run = 0; run < 100; run++) {
      var found = run(190, 0.8, 0.8, 9_000 + run);
      wins += found.wins();
      losses += found.losses();
    }
    double share = (double) wins / (wins + losses);
    assertThat(share)
        .isBetween(
            0.5 - 3 * 0.5 / Math.sqrt(wins + losses), 0.5 + 3 * 0.5 / Math.sqrt(wins + losses));
  }

  @Test
  void aBetterRankerIsFound() {
    for (long seed = 1; seed <= 5; seed++)
      assertThat(run(550, 0.2, 2.5, seed)).matches(Preferences::better, "better");
  }

  @Test
  void aWorseRankerIsFoundToo() {
    for (long seed = 1; seed <= 5; seed++)
      assertThat(run(550, 2.5, 0.2, seed)).matches(Preferences::worse, "worse");
  }

  @Test
  void oneRankerAgainstItselfNeverTells() {
    var random = new Random(5);
    var order = order(asset -> -asset.hashCode());
    for (int i = 0; i < 50; i++)
      assertThat(
              TeamDraft.lots(
                      new Team<>("new", order), new Team<>("old", order), String::equals, SLOTS)
                  .draw(random.nextDouble()))
          .allMatch(drawn -> drawn.team() == null && drawn.probability() == 1);
  }
}
