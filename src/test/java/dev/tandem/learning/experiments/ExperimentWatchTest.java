package dev.tandem.learning.experiments;

import static dev.tandem.learning.experiments.Interleaved.slate;
import static dev.tandem.learning.experiments.Interleaved.used;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.feedback.FeedbackLog;
import dev.tandem.identity.Role;
import dev.tandem.identity.User;
import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import dev.tandem.learning.Documents;
import dev.tandem.learning.LearningNews;
import dev.tandem.learning.ModelRegistry;
import dev.tandem.learning.ModelRegistry.Decision;
import dev.tandem.learning.ModelRegistry.Kind;
import dev.tandem.learning.RankingModels;
import dev.tandem.messages.Messages;
import dev.tandem.testing.TandemTest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** From uses in the log to what ranks. */
@TandemTest(webEnvironment = WebEnvironment.NONE)
@ActiveProfiles("command")
class ExperimentWatchTest {
  private final FeedbackLog log;
  private final ModelRegistry registry;
  private final RankingModels models;
  private final JdbcClient jdbc;
  private final ExperimentSettings settings =
      new ExperimentSettings(true, 0.1, 0.05, 0.1, 0.5, 100, 14, 300);
  private static final UserId DANA = new UserId("dana");

  private final Messages messages;
  private final Users users;
  private final ExperimentWatch watch;
  private final LiveResults results;

  ExperimentWatchTest(
      @Autowired FeedbackLog log,
      @Autowired ModelRegistry registry,
      @Autowired RankingModels models,
      @Autowired JdbcClient jdbc,
      @Autowired LearningNews news,
      @Autowired Messages messages,
      @Autowired Users users) {
    this.users = users;
    this.messages = messages;
    this.log = log;
    this.registry = registry;
    this.models = models;
    this.jdbc = jdbc;
    this.results = new LiveResults(log, models, settings);
    this.watch = new ExperimentWatch(results, registry, log, news, settings, Clock.systemUTC());
  }

  @BeforeEach
  void fromTheStart() {
    jdbc.sql("truncate learning_decision, learning_model, feedback_event").update();
    registry.choose(models.prior().version(), "a test begins");
  }

  private void decided(Kind kind, String version, String before) {
    registry.decide(
        Documents.model(version, Map.of()),
        new Decision(
            0,
            Clock.systemUTC().instant(),
            kind,
            version,
            before,
            "gate",
            log.latestSequence(),
            50,
            null));
  }

  /** Each rep of so many prefers the item of one model. */
  private void preferred(int reps, String model, String rival, String winner) {
    for (int i = 0; i < reps; i++) {
      var id = model + rival + winner + i;
      var rep = "rep" + i;
      assertThat(
              log.append(
                      List.of(
                          slate(id, rep, "interleaved:" + rival, model, "x/" + model, "y/" + rival),
                          used(id, rep, winner.equals(model) ? "x" : "y")))
                  .rejected())
          .isEmpty();
    }
  }

  private Decision newest() {
    return registry.history(1).getFirst();
  }

  @Test
  void aCanaryThatRepsPreferIsPromotedAndThenWatched() {
    decided(Kind.PROMOTED, "learned-1", "prior-3");
    decided(Kind.CANARY, "learned-2", "learned-1");
    assertThat(models.inUse().version()).isEqualTo("learned-1");
    assertThat(models.rival().orElseThrow().canary()).isTrue();
    watch.look();
    assertThat(newest().kind()).isEqualTo(Kind.CANARY);
    preferred(40, "learned-1", "learned-2", "learned-2");
    watch.look();
    assertThat(newest().kind()).isEqualTo(Kind.PROMOTED);
    assertThat(newest().reason()).startsWith("better than learned-1 with confidence");
    assertThat(models.inUse().version()).isEqualTo("learned-2");
    assertThat(models.rival().orElseThrow().model().version()).isEqualTo("learned-1");
  }

  @Test
  void aCanaryThatRepsPassOverIsTurnedDown() {
    decided(Kind.PROMOTED, "learned-1", "prior-3");
    decided(Kind.CANARY, "learned-2", "learned-1");
    preferred(40, "learned-1", "learned-2", "learned-1");
    watch.look();
    assertThat(newest().kind()).isEqualTo(Kind.REJECTED);
    assertThat(models.inUse().version()).isEqualTo("learned-1");
    // the comparison with the model before goes on
    assertThat(models.rival().orElseThrow().model().version()).isEqualTo("prior-3");
  }

  @Test
  void aPromotedModelThatTurnsOutWorseIsRolledBack() {
    decided(Kind.PROMOTED, "learned-1", "prior-3");
    decided(Kind.PROMOTED, "learned-2", "learned-1");
    preferred(40, "learned-2", "learned-1", "learned-1");
    watch.look();
    assertThat(newest().kind()).isEqualTo(Kind.ROLLED_BACK);
    assertThat(newest().version()).isEqualTo("learned-1");
    assertThat(newest().before()).isEqualTo("learned-2");
    assertThat(models.inUse().version()).isEqualTo("learned-1");
    assertThat(models.rival()).isEmpty();
  }

  @Test
  void administratorsAreToldOnceThatAModelWasRolledBackByItself() {
    if (users.find(DANA).isEmpty())
      users.create(new User(DANA, "Dana", Role.ADMINISTRATOR), "", "a passable password");
    decided(Kind.PROMOTED, "learned-1", "prior-3");
    preferred(40, "learned-1", "prior-3", "prior-3");
    watch.look();
    watch.look();
    assertThat(messages.of(DANA, 10))
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.words())
                  .startsWith(
                      "Rolled back by itself: learned-1 turned out worse than prior-3: preferred in");
              assertThat(message.path()).isEqualTo("learning");
            });
  }

  @Test
  void theFirstModelCanBeRolledBackToThePrior() {
    decided(Kind.PROMOTED, "learned-1", "prior-3");
    preferred(40, "learned-1", "prior-3", "prior-3");
    watch.look();
    assertThat(models.inUse().version()).isEqualTo("prior-3");
    assertThat(newest().reason()).startsWith("learned-1 turned out worse than prior-3");
  }

  @Test
  void aCanaryBesideThePriorIsTriedToo() {
    decided(Kind.CANARY, "learned-1", "prior-3");
    assertThat(models.learned()).isEmpty();
    assertThat(models.rival().orElseThrow().model().version()).isEqualTo("learned-1");
  }

  @Test
  void whatAPersonChoosesEndsTheTrial() {
    decided(Kind.CANARY, "learned-1", "prior-3");
    registry.choose("learned-1", "I want it");
    assertThat(models.inUse().version()).isEqualTo("learned-1");
    assertThat(models.rival()).isEmpty();
  }

  @Test
  void aDecisionThatCameLateIsNotWritten() {
    decided(Kind.CANARY, "learned-1", "prior-3");
    var canary = models.rival().orElseThrow();
    registry.choose("prior-3", "meanwhile");
    assertThat(watch.end(canary, true, "too late", DANA)).isFalse();
    assertThat(models.inUse().version()).isEqualTo("prior-3");
  }

  @Test
  void aModelThatDidNotPassMeanwhileChangesNothing() {
    decided(Kind.CANARY, "learned-1", "prior-3");
    var canary = models.rival().orElseThrow();
    decided(Kind.KEPT, "learned-2", "prior-3");
    assertThat(models.rival().orElseThrow().model().version()).isEqualTo("learned-1");
    assertThat(watch.end(canary, true, "by hand", DANA)).isTrue();
    assertThat(models.inUse().version()).isEqualTo("learned-1");
    assertThat(newest().by()).isEqualTo(DANA);
  }

  @Test
  void aComparisonComesToItsEnd() {
    decided(Kind.PROMOTED, "learned-1", "prior-3");
    var rival = models.rival().orElseThrow();
    assertThat(results.settled(rival)).isFalse();
    preferred(60, "learned-1", "prior-3", "learned-1");
    watch.look();
    assertThat(results.settled(rival)).isTrue();
    assertThat(models.inUse().version()).isEqualTo("learned-1");
  }
}
