package dev.tandem.learning.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.learning.Example;
import dev.tandem.learning.LinearPrior;
import dev.tandem.learning.RankingModel;
import dev.tandem.learning.ScoredBy;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromotionGateTest {
  private final PromotionGate gate = new PromotionGate();

  /** Industry matters here, and freshness counts against an item. */
  private static double truth(Example example) {
    return -1.5 + 1.5 * example.features().get("industry_match") - 2 * freshness(example);
  }

  private static double freshness(Example example) {
    return example.features().get("freshness");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aModelThatKnowsTheTruthPasses(long seed) {
    var later = Sessions.of(800, seed, PromotionGateTest::truth);
    var verdict = gate.compare(model(PromotionGateTest::truth), new LinearPrior(), later);
    assertThat(verdict.passed()).isTrue();
    assertThat(verdict.gain().mean()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aModelThatIsWrongDoesNotPass(long seed) {
    var later = Sessions.of(800, seed, PromotionGateTest::truth);
    var wrong = model(PromotionGateTest::freshness);
    assertThat(gate.compare(wrong, new LinearPrior(), later).passed()).isFalse();
  }

  @Test
  void aModelThatIsNoBetterDoesNotPass() {
    var later = Sessions.of(400, 4, PromotionGateTest::truth);
    assertThat(gate.compare(new LinearPrior(), new LinearPrior(), later).passed()).isFalse();
  }

  @Test
  void noiseSeldomPasses() {
    int passed = 0;
    for (int seed = 0; seed < 40; seed++) {
      var later = Sessions.of(120, seed, PromotionGateTest::truth);
      int salt = seed;
      var noise =
          model(
              example ->
                  new LinearPrior().score(example)
                      + Math.floorMod(31 * salt + String.valueOf(example.asset()).hashCode(), 7)
                          / 7.0);
      if (gate.compare(noise, new LinearPrior(), later).passed()) passed++;
    }
    // at 2.5 % one of 40 is expected; five or more happen less than once in two hundred times
    assertThat(passed).isLessThan(5);
  }

  @Test
  void withTooFewSessionsNothingPasses() {
    var later = Sessions.of(PromotionGate.LEAST_SESSIONS - 1, 5, PromotionGateTest::truth);
    assertThat(gate.compare(model(PromotionGateTest::truth), new LinearPrior(), later).passed())
        .isFalse();
  }

  private static RankingModel model(ToDoubleFunction<Example> score) {
    return new ScoredBy("planted", score);
  }
}
