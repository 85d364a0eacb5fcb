package dev.tandem.learning.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.learning.Documents;
import dev.tandem.learning.ModelRegistry.Decision;
import dev.tandem.learning.ModelRegistry.Kind;
import dev.tandem.learning.Rival;
import dev.tandem.learning.experiments.LiveResults.Found;
import dev.tandem.learning.experiments.TrialRule.Step;
import dev.tandem.shared.Proportion;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrialRuleTest {
  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  private static final TrialRule RULE =
      new TrialRule(new ExperimentSettings(true, 0.1, 0.05, 0.1, 0.5, 100, 14, 300));

  private static Rival rival(boolean canary) {
    return new Rival(
        Documents.model("learned-2", Map.of()),
        canary,
        new Decision(3, START, Kind.CANARY, "learned-2", "learned-1", "", 0, 0, null));
  }

  private static TrialRule.Verdict judge(boolean canary, long wins, long losses, int days) {
    var none = new Proportion(0, 0);
    var preferences = new Preferences(wins, losses, 10);
    return RULE.of(
        new Found("learned-1", rival(canary), preferences, false, null, none, none),
        rival(canary),
        START.plus(Duration.ofDays(days)));
  }

  @ParameterizedTest(name = "{0} wins, {1} losses after {2} days: {3}")
  @CsvSource(
      textBlock =
          """
          0,  0,  1, WAIT
          9,  3,  1, WAIT
          60, 20, 1, PROMOTE
          20, 60, 1, REJECT
          53, 47, 3, PROMOTE
          47, 53, 3, REJECT
          0,  0,  14, PROMOTE
          4,  8,  14, PROMOTE
          22, 20, 14, PROMOTE
          20, 22, 14, REJECT
          """)
  void aCanaryIsDecidedUpon(long wins, long losses, int days, Step step) {
    assertThat(judge(true, wins, losses, days).step()).isEqualTo(step);
  }

  @ParameterizedTest(name = "{0} wins, {1} losses: {2}")
  @CsvSource({"20,60,ROLL_BACK", "60,20,WAIT", "40,60,WAIT", "0,0,WAIT"})
  void aPromotedModelIsRolledBackOnlyWithConfidence(long wins, long losses, Step step) {
    assertThat(judge(false, wins, losses, 400).step()).isEqualTo(step);
  }

  @Test
  void theReasonTellsWhatWasCounted() {
    assertThat(judge(true, 53, 47, 3).reason())
        .isEqualTo(
            "not worse than learned-1 after 100 sessions that tell: preferred in 53 of 100"
                + " sessions that tell, 95 % interval [39 %, 67 %], 10 ties");
  }

  /** Whatever the canary's true rate, a clear loser is hardly ever promoted. */
  @Test
  void aCanaryThatLosesThreeOfFiveIsTurnedDown() {
    var random = new Random(4);
    int promoted = 0, runs = 300;
    for (int run = 0; run < runs; run++) if (promoted(0.4, random)) promoted++;
    assertThat(promoted).isLessThan(runs / 20);
  }

  @Test
  void aCanaryThatWinsThreeOfFiveIsPromoted() {
    var random = new Random(4);
    int promoted = 0, runs = 300;
    for (int run = 0; run < runs; run++) if (promoted(0.6, random)) promoted++;
    assertThat(promoted).isGreaterThan(runs * 19 / 20);
  }

  private static boolean promoted(double rate, Random random) {
    long wins = 0, losses = 0;
    while (true) {
      if (random.nextDouble() < rate) wins++;
      else losses++;
      var step = judge(true, wins, losses, 2).step();
      if (step != Step.WAIT) return step == Step.PROMOTE;
    }
  }
}
