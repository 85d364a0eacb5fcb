package dev.tandem.learning.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tandem.feedback.FeedbackEvent.Surface;
import dev.tandem.identity.UserId;
import dev.tandem.learning.Documents;
import dev.tandem.learning.LinearPrior;
import dev.tandem.learning.ModelRegistry.Decision;
import dev.tandem.learning.ModelRegistry.Kind;
import dev.tandem.learning.RankingModel;
import dev.tandem.learning.RankingModels;
import dev.tandem.learning.Rival;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExperimentsTest {
  private static final RankingModel LEARNED = Documents.model("learned-2", Map.of());
  private static final Rival CANARY = rival(true);

  private @Nullable RankingModel inUse = LEARNED;
  private @Nullable Rival rival;
  private boolean settled;
  private ExperimentSettings settings =
      new ExperimentSettings(true, 0.1, 0.05, 0.1, 0.5, 100, 14, 300);

  private static Rival rival(boolean canary) {
    var decision =
        new Decision(7, Instant.EPOCH, Kind.CANARY, "learned-3", "learned-2", "", 0, 0, null);
    return new Rival(Documents.model("learned-3", Map.of()), canary, decision);
  }

  private static final RankingModel PRIOR = new LinearPrior();

  private final class Models implements RankingModels {
    @Override
    public RankingModel prior() {
      return PRIOR;
    }

    @Override
    public Optional<RankingModel> learned() {
      return Optional.ofNullable(inUse);
    }

    @Override
    public Optional<Rival> rival() {
      return Optional.ofNullable(rival);
    }
  }

  private Arm arm(String rep, String words) {
    return new Experiments(
            new Models(),
            each -> settled,
            settings,
            Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneOffset.UTC),
            Lottery.hashed("test"))
        .arm(new UserId(rep), Surface.SEARCH, null, words);
  }

  private double share(Class<? extends Arm> kind) {
    return IntStream.range(0, 4_000).filter(i -> kind.isInstance(arm("rep" + i, "pricing"))).count()
        / 4_000.0;
  }

  @Test
  void aSmallShareOfRepsDaysIsLeftToThePrior() {
    assertThat(share(Arm.Plain.class)).isCloseTo(0.05, within(0.015));
    var held =
        IntStream.range(0, 200)
            .mapToObj(i -> arm("rep" + i, "x"))
            .filter(Arm.Plain.class::isInstance)
            .findFirst()
            .orElseThrow();
    assertThat(held.model()).isInstanceOf(LinearPrior.class);
    assertThat(held.name()).isEqualTo("holdout:learned-2");
  }

  @Test
  void aCanaryPicksInTurnOnTheShareThatWasSet() {
    rival = CANARY;
    assertThat(share(Arm.Interleaved.class)).isCloseTo(0.95 * 0.5, within(0.03));
  }

  @Test
  void afterAPromotionTheModelBeforeIsComparedOnASmallShareUntilItIsSettled() {
    rival = rival(false);
    assertThat(share(Arm.Interleaved.class)).isCloseTo(0.95 * 0.1, within(0.02));
    settled = true;
    assertThat(share(Arm.Interleaved.class)).isZero();
  }

  @Test
  void beforeAnythingIsLearnedNobodyIsHeldOut() {
    inUse = null;
    assertThat(share(Arm.Plain.class)).isZero();
  }

  @Test
  void asOneTypesTheLotsStayTheSame() {
    rival = CANARY;
    for (int i = 0; i < 200; i++) {
      var first = arm("rep" + i, "pr");
      for (var typed : new String[] {"pri", "PRICE", "price list"})
        assertThat(arm("rep" + i, typed)).isEqualTo(first);
    }
  }

  @Test
  void oneSettingSwitchesAllOff() {
    rival = CANARY;
    settings = ExperimentSettings.off();
    for (int i = 0; i < 100; i++)
      assertThat(arm("rep" + i, "x")).isEqualTo(new Arm.Plain(LEARNED, null));
  }

  @Test
  void programsThatAskAreNoExperiment() {
    rival = CANARY;
    var experiments =
        new Experiments(new Models(), each -> false, settings, Clock.systemUTC(), (p, s) -> 0);
    assertThat(experiments.arm(new UserId("rep"), Surface.API, null, "x"))
        .isEqualTo(new Arm.Plain(LEARNED, null));
  }
}
