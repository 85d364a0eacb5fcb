package dev.tandem.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.identity.PersonalRecords;
import dev.tandem.identity.UserId;
import dev.tandem.learning.ModelRegistry.Decision;
import dev.tandem.learning.ModelRegistry.Gain;
import dev.tandem.learning.ModelRegistry.Kind;
import dev.tandem.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@ExtendWith(TestDatabase.class)
class ModelRegistryTest {
  private final JdbcClient jdbc;
  private final JdbcModelRegistry registry;
  private Map<RankingFeature, Double> factors = Map.of();
  private final PriorInUse prior = new PriorInUse(() -> factors);

  ModelRegistryTest(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.registry = new JdbcModelRegistry(jdbc, transactions, Clock.systemUTC(), prior);
  }

  @BeforeEach
  void nothingLearned() {
    jdbc.sql("truncate learning_model, learning_decision").update();
  }

  private void decided(Kind kind, String version) {
    decided(kind, Documents.model(version, Map.of("guide", 0.5)));
  }

  private void decided(Kind kind, LearnedModel model) {
    registry.decide(
        model,
        new Decision(
            0,
            Instant.parse("2026-03-02T09:00:00Z"),
            kind,
            model.version(),
            "prior-3",
            "measured",
            1234,
            50,
            new Gain(40, 0.02, 0.01, 0.03)));
  }

  /** As a process that has just started sees it. */
  private RankingModels models() {
    return new RegisteredModels(registry, prior);
  }

  @Test
  void beforeAnyPromotionThePriorRanks() {
    assertThat(models().inUse()).isInstanceOf(LinearPrior.class);
    decided(Kind.KEPT, "learned-1");
    assertThat(models().inUse()).isInstanceOf(LinearPrior.class);
  }

  @Test
  void thePromotedModelRanksAndComesBackAsItWas() {
    decided(Kind.PROMOTED, "learned-1");
    var model = (LearnedModel) models().learned().orElseThrow();
    assertThat(model.document())
        .isEqualTo(Documents.document("learned-1", Map.of("guide", 0.5), Map.of()));
    var decision = registry.history(10).getFirst();
    assertThat(decision.kind()).isEqualTo(Kind.PROMOTED);
    assertThat(decision.gain()).isEqualTo(new Gain(40, 0.02, 0.01, 0.03));
    assertThat(decision.logSequence()).isEqualTo(1234);
  }

  @Test
  void aDamagedModelFallsBackToTheLastGoodOneAndThenToThePrior() {
    decided(Kind.PROMOTED, "learned-1");
    decided(Kind.PROMOTED, "learned-2");
    damage("learned-2");
    assertThat(models().inUse().version()).isEqualTo("learned-1");
    damage("learned-1");
    assertThat(models().inUse()).isInstanceOf(LinearPrior.class);
  }

  @Test
  void howWellAModelDidIsKeptWithItAndOlderModelsAreReadWithout() {
    var tested =
        new HeldOut(
            40,
            java.util.List.of(new HeldOut.Bin(0.1, 0.2, 30, 0.05, 0.4)),
            java.util.List.of(new HeldOut.Step(100, 25, 0.01, -0.01, 0.03)));
    var model = Documents.model("learned-1", Map.of("guide", 0.5)).tested(tested);
    registry.decide(
        model,
        new Decision(
            0,
            Instant.parse("2026-03-02T09:00:00Z"),
            Kind.PROMOTED,
            "learned-1",
            "prior-3",
            "measured",
            1,
            50,
            null));
    assertThat(registry.find("learned-1").orElseThrow().document().heldOut()).isEqualTo(tested);
    var document = jdbc.sql("select document from learning_model").query(String.class).single();
    var older = document.replaceFirst(",\"held_out\":.*}$", "}");
    assertThat(older).isNotEqualTo(document);
    jdbc.sql("update learning_model set document = :older, checksum = :checksum")
        .param("older", older)
        .param("checksum", Digest.sha256(older))
        .update();
    assertThat(registry.find("learned-1").orElseThrow().document().heldOut()).isNull();
  }

  @Test
  void whatWasLearnedGoesOnRankingWhenTheExpertsWeightsChange() {
    decided(Kind.PROMOTED, "learned-1");
    var models = models();
    assertThat(models.inUse().loggedAs()).isEqualTo("learned-1");

    factors = Map.of(RankingFeature.STAGE_FIT, 2.0);
    assertThat(models.inUse().version()).isEqualTo("learned-1");
    assertThat(models.inUse().loggedAs()).startsWith("learned-1@prior-3-w");

    factors = Map.of();
    assertThat(models.inUse().loggedAs()).isEqualTo("learned-1");
  }

  private static LearnedModel withTastes(String version) {
    var effect = new Estimate(2, 0.1);
    var ann = PersonKey.rep(new UserId("ann"));
    var eve = PersonKey.rep(new UserId("eve"));
    return new LearnedModel(
        Documents.document(version, Map.of(), Map.of())
            .with(
                new ModelDocument.Tastes(
                    Map.of("pricing@" + ann, effect, "pricing@" + eve, effect),
                    Map.of("pricing@north", effect),
                    Map.of(ann, "north", eve, "north"))),
        new LinearPrior());
  }

  private static double prices(RankingModel model, String rep) {
    return model.score(
        new Example(
            FeatureVector.named(RankingFeature.SCHEMA, Map.of()),
            null,
            dev.tandem.taxonomy.ContentType.PRICING,
            Asked.NOTHING.by(new Asked.Asker(PersonKey.rep(new UserId(rep)), null))));
  }

  @Test
  void aDeletedPersonIsForgottenByEveryModelAtOnce() {
    decided(Kind.PROMOTED, withTastes("learned-1"));
    decided(Kind.PROMOTED, withTastes("learned-2"));
    var models = models();
    assertThat(prices(models.inUse(), "ann")).isGreaterThan(1);
    var people = new LearningPeople(registry);
    var ann = new PersonalRecords.Person(new UserId("ann"), "Ann");
    assertThat(people.export(ann)).hasSize(2);
    assertThat(people.forget(ann, new UserId("gone-1")).deleted()).isEqualTo(2);
    assertThat(prices(models.inUse(), "ann")).isZero();
    assertThat(prices(models.inUse(), "eve")).isGreaterThan(1);
    assertThat(models.inUse().version()).isEqualTo("learned-2");
    assertThat(people.export(ann)).isEmpty();
    assertThat(jdbc.sql("select document from learning_model").query(String.class).list())
        .noneMatch(document -> document.contains(PersonKey.rep(new UserId("ann"))));
  }

  @Test
  void aDamagedModelForgetsToo() {
    decided(Kind.PROMOTED, withTastes("learned-1"));
    damage("learned-1");
    new LearningPeople(registry)
        .forget(new PersonalRecords.Person(new UserId("ann"), "Ann"), new UserId("gone-1"));
    assertThat(jdbc.sql("select document from learning_model").query(String.class).single())
        .isEmpty();
  }

  @Test
  void theSameWeightsHaveTheSameVersion() {
    var one = LinearPrior.decided(Map.of(RankingFeature.STAGE_FIT, 2.0));
    assertThat(LinearPrior.decided(Map.of(RankingFeature.STAGE_FIT, 2.0)).version())
        .isEqualTo(one.version());
    assertThat(LinearPrior.decided(Map.of(RankingFeature.STAGE_FIT, 0.5)).version())
        .isNotEqualTo(one.version());
    assertThat(LinearPrior.decided(Map.of()).version()).isEqualTo(new LinearPrior().version());
  }

  private void damage(String version) {
    jdbc.sql(
            "update learning_model set document = replace(document, '0.5', '5.5')"
                + " where version = :version")
        .param("version", version)
        .update();
  }

  @Test
  void whatIsNoModelDocumentIsNotUsedEvenWithTheRightChecksum() {
    decided(Kind.PROMOTED, "learned-1");
    jdbc.sql("update learning_model set document = '[1]', checksum = :checksum")
        .param("checksum", Digest.sha256("[1]"))
        .update();
    assertThat(models().inUse()).isInstanceOf(LinearPrior.class);
  }

  @Test
  void aPersonGoesBackToAnEarlierModelOrToThePrior() {
    decided(Kind.PROMOTED, "learned-1");
    decided(Kind.PROMOTED, "learned-2");
    registry.choose("learned-1", "the new one puts blogs first");
    assertThat(models().inUse().version()).isEqualTo("learned-1");
    assertThat(registry.history(1).getFirst().before()).isEqualTo("learned-2");
    registry.choose("prior-3", "start anew");
    assertThat(models().learned()).isEmpty();
  }

  @Test
  void anUnknownVersionCannotBeChosen() {
    assertThatThrownBy(() -> registry.choose("learned-9", "typo"))
        .hasMessageContaining("no usable model learned-9");
    assertThat(registry.history(10)).isEmpty();
  }
}
