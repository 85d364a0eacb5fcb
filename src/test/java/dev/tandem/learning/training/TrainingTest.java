package dev.tandem.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.tandem.feedback.FeedbackEvent;
import dev.tandem.feedback.FeedbackEvent.AssetUsed;
import dev.tandem.feedback.FeedbackEvent.AssetUsed.Use;
import dev.tandem.feedback.FeedbackEvent.Impression;
import dev.tandem.feedback.FeedbackEvent.SlateServed;
import dev.tandem.feedback.FeedbackEvent.Surface;
import dev.tandem.feedback.FeedbackLog;
import dev.tandem.identity.UserId;
import dev.tandem.learning.LearnedModel;
import dev.tandem.learning.ModelRegistry;
import dev.tandem.learning.ModelRegistry.Kind;
import dev.tandem.learning.RankingModels;
import dev.tandem.learning.training.TrainingReport.Result;
import dev.tandem.library.AssetId;
import dev.tandem.testing.TandemTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** From the log on disk to the model that ranks. */
@TandemTest(
    webEnvironment = WebEnvironment.NONE,
    properties = "tandem.learning.experiments.enabled=true")
@ActiveProfiles("command")
class TrainingTest {
  private final Training training;
  private final TrainingLock lock;
  private final FeedbackLog log;
  private final ModelRegistry registry;
  private final RankingModels models;
  private final JdbcClient jdbc;

  TrainingTest(
      @Autowired Training training,
      @Autowired TrainingLock lock,
      @Autowired FeedbackLog log,
      @Autowired ModelRegistry registry,
      @Autowired RankingModels models,
      @Autowired JdbcClient jdbc) {
    this.training = training;
    this.lock = lock;
    this.log = log;
    this.registry = registry;
    this.models = models;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void fromTheStart() {
    jdbc.sql("truncate learning_decision, learning_model, feedback_event").update();
    registry.choose(models.prior().version(), "a test begins");
    training.forget();
  }

  /** Slates of five; the gem is opened two times of three, the others seldom. */
  private void sessions(int from, int to) {
    sessions(from, to, Instant.parse("2026-01-05T08:00:00Z"), null);
  }

  private void sessions(int from, int to, Instant start, @Nullable String arm) {
    sessions(from, to, start, arm, "gem");
  }

  private void sessions(int from, int to, Instant start, @Nullable String arm, String liked) {
    var random = new Random(from);
    for (int i = from; i < to; i++) {
      var slate = "s" + i;
      var rep = new UserId("rep" + i % 6);
      var at = start.plusSeconds(i * 3600L);
      var items = new ArrayList<SlateServed.Item>();
      for (int position = 1; position <= 5; position++) {
        var asset = new AssetId(position == 1 + i % 5 ? "gem" : "a" + (i + position) % 9);
        items.add(new SlateServed.Item(asset, position, 1, 1, Map.of("stage_fit", 0.5)));
      }
      var events = new ArrayList<FeedbackEvent>();
      events.add(
          new SlateServed(
              "slate:" + slate,
              at,
              slate,
              Surface.DEAL,
              rep,
              null,
              null,
              "prior-3",
              items,
              null,
              arm));
      for (var item : items) {
        var asset = item.asset();
        events.add(new Impression("i" + slate + asset, at, slate, asset));
        if (random.nextDouble() < (asset.value().equals(liked) ? 0.67 : 0.08))
          events.add(new AssetUsed("o" + slate + asset, at, Use.DOWNLOAD, rep, asset, slate, null));
      }
      assertThat(log.append(events).rejected()).isEmpty();
    }
  }

  private TrainingReport train(boolean dryRun) {
    return training.run(dryRun, read -> {});
  }

  @Test
  void aBetterModelIsPromotedAndRanksAtOnce() {
    sessions(0, 240);
    var report = train(false);
    assertThat(report.result()).isEqualTo(Result.PROMOTED);
    assertThat(models.inUse().version())
        .isEqualTo(Objects.requireNonNull(report.model()).version());
    var learned = (LearnedModel) models.inUse();
    assertThat(Objects.requireNonNull(learned.document().assets().get("gem")).interval().low())
        .isPositive();
    var decision = registry.history(1).getFirst();
    assertThat(decision.kind()).isEqualTo(Kind.PROMOTED);
    assertThat(decision.reason()).contains("better than prior-3 with confidence");
    var heldOut = Objects.requireNonNull(learned.document().heldOut());
    assertThat(heldOut.sessions()).isEqualTo(report.heldOut());
    assertThat(heldOut.calibration()).isNotEmpty();
    assertThat(heldOut.curve())
        .extracting(step -> step.sessions())
        .containsExactly(48, 96, 144, 192);
    assertThat(heldOut.curve().getLast().low()).isPositive();
  }

  @Test
  void whereRepsAreAtWorkABetterModelIsTriedBeforeThemFirst() {
    sessions(0, 240, Instant.now().minus(Duration.ofDays(10)), "in_use");
    var report = train(false);
    assertThat(report.result()).isEqualTo(Result.CANARY);
    assertThat(report.reason()).endsWith("now tried before reps");
    assertThat(models.learned()).isEmpty();
    assertThat(models.rival().orElseThrow().model().version())
        .isEqualTo(Objects.requireNonNull(report.model()).version());
    var next = train(false);
    assertThat(next.result()).isEqualTo(Result.TRYING);
    assertThat(registry.history(1).getFirst().kind()).isEqualTo(Kind.CANARY);
  }

  private static final Instant LATELY = Instant.now().minus(Duration.ofDays(21));

  /** Of a canary that was tried before reps. */
  private String turnedDown() {
    sessions(0, 240, LATELY, "in_use");
    assertThat(train(false).result()).isEqualTo(Result.CANARY);
    var canary = registry.history(1).getFirst();
    var rejected =
        new ModelRegistry.Decision(
            0,
            Instant.now(),
            Kind.REJECTED,
            canary.version(),
            canary.before(),
            "reps prefer prior-3",
            canary.logSequence(),
            canary.sessions(),
            canary.gain());
    assertThat(registry.decide(canary.number(), rejected)).isTrue();
    return canary.version();
  }

  @Test
  void whatRepsTurnedDownDoesNotComeBackHardlyChanged() {
    var turnedDown = turnedDown();
    assertThat(train(false).reason())
        .isEqualTo(
            "not enough new sessions to compare with %s, which was turned down: 0 of 40"
                .formatted(turnedDown));
    sessions(240, 340, LATELY, "in_use");
    var next = train(false);
    assertThat(next.result()).isEqualTo(Result.KEPT);
    assertThat(next.reason())
        .contains(
            "kept prior-3",
            "not better with confidence than " + turnedDown + ", which was turned down");
  }

  @Test
  void whatIsBetterThanWhatRepsTurnedDownIsTried() {
    turnedDown();
    sessions(240, 480, LATELY, "in_use", "a3");
    assertThat(train(false).result()).isEqualTo(Result.CANARY);
  }

  @Test
  void whatAPersonTookOutOfUseDoesNotComeBackHardlyChanged() {
    sessions(0, 240);
    train(false);
    var promoted = models.inUse().version();
    registry.choose(models.prior().version(), "reps wondered");
    sessions(240, 340);
    var next = train(false);
    assertThat(next.result()).isEqualTo(Result.KEPT);
    assertThat(next.reason()).contains("not better with confidence than " + promoted);
  }

  @Test
  void theNextTrainingReadsOnlyWhatIsNew() {
    sessions(0, 60);
    train(true);
    sessions(60, 240);
    var again = train(true);
    training.forget();
    var anew = train(true);
    assertThat(again.sessions()).isEqualTo(anew.sessions()).isEqualTo(240);
    assertThat(Objects.requireNonNull(again.model()).document().assets())
        .isEqualTo(Objects.requireNonNull(anew.model()).document().assets());
  }

  @Test
  void aDryRunChangesNothing() {
    sessions(0, 240);
    assertThat(train(true).result()).isEqualTo(Result.WOULD_PROMOTE);
    assertThat(registry.history(10)).hasSize(1);
    assertThat(models.learned()).isEmpty();
  }

  @Test
  void whatTheModelInUseHasSeenIsNoTestOfItsSuccessor() {
    sessions(0, 240);
    train(false);
    var again = train(false);
    assertThat(again.result()).isEqualTo(Result.NOT_ENOUGH);
    assertThat(again.reason()).contains("not enough new sessions to compare with learned-");
  }

  @Test
  void fewSessionsAreNotEnough() {
    sessions(0, 30);
    var report = train(false);
    assertThat(report.result()).isEqualTo(Result.NOT_ENOUGH);
    assertThat(report.reason()).isEqualTo("not enough data yet: 30 of 100 sessions");
  }

  @Test
  void aLongLogOfWhatNobodyUsedIsNotRead() {
    var at = Instant.parse("2026-01-05T08:00:00Z");
    var seen = new ArrayList<FeedbackEvent>();
    for (int i = 0; i < Training.QUICK_TO_READ; i++)
      seen.add(new Impression("i" + i, at, "s" + i, new AssetId("gem")));
    log.append(seen);
    var report = training.run(false, read -> fail("it was read"));
    assertThat(report.result()).isEqualTo(Result.NOT_ENOUGH);
    assertThat(report.reason()).isEqualTo("not enough data yet: 0 of 30 uses");
  }

  @Test
  void aLongLogInWhichMuchWasUsedIsRead() {
    sessions(0, 800);
    assertThat(log.latestSequence()).isGreaterThan(Training.QUICK_TO_READ);
    assertThat(train(true).result()).isEqualTo(Result.WOULD_PROMOTE);
  }

  @Test
  void oneTrainerAtATime() {
    try (var other = lock.tryAcquire().orElseThrow()) {
      assertThat(other.connection()).isNotNull();
      assertThat(train(false).result()).isEqualTo(Result.BUSY);
    }
    assertThat(train(false).result()).isEqualTo(Result.NOT_ENOUGH);
  }

  @Test
  void anEmptyLogIsNotEnough() {
    assertThat(train(false).reason()).startsWith("not enough data yet: 0 of ");
  }
}
