package dev.tandem.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tandem.library.AssetId;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.JourneyStage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LearnedModelTest extends RankingModelContract {
  private final ModelDocument document =
      Documents.document("learned-1", Map.of("guide", 0.8), Map.of("case_study@decision", 0.5));

  @Override
  protected RankingModel model() {
    return new LearnedModel(document, new LinearPrior());
  }

  private static Example example(String asset, JourneyStage stage) {
    return new Example(
        new FeatureVector(RankingFeature.SCHEMA, new double[RankingFeature.SCHEMA.size()]),
        new AssetId(asset),
        ContentType.CASE_STUDY,
        new Asked(stage, null, List.of(), false));
  }

  @Test
  void effectsAddUpWhereTheyApply() {
    assertThat(model().score(example("guide", JourneyStage.DECISION))).isCloseTo(1.3, within(1e-9));
    assertThat(model().score(example("guide", JourneyStage.AWARENESS)))
        .isCloseTo(0.8, within(1e-9));
    assertThat(model().score(example("new", JourneyStage.AWARENESS))).isZero();
  }

  @Test
  void ofWhatIsNewItIsLessSure() {
    double known = model().deviation(example("guide", JourneyStage.DECISION));
    assertThat(model().deviation(example("new", JourneyStage.DECISION))).isGreaterThan(known);
    assertThat(known).isPositive();
  }

  @Test
  void aDocumentForOtherFeaturesIsRefused() {
    var older =
        new ModelDocument(
            document.format(),
            document.version(),
            RankingFeature.SCHEMA.version() - 1,
            document.prior(),
            document.trained(),
            document.temperature(),
            document.features(),
            document.featuresByStage(),
            document.assets(),
            document.types(),
            document.typesByStage(),
            document.typesByIndustry(),
            document.typesByPersona(),
            document.examination());
    assertThatThrownBy(() -> new LearnedModel(older, new LinearPrior()))
        .hasMessageContaining("features of version");
  }

  @Test
  void aDocumentOfTheFormatBeforeCanBeRead() {
    var json = new tools.jackson.databind.json.JsonMapper();
    var tree = (tools.jackson.databind.node.ObjectNode) json.valueToTree(document);
    tree.remove("kinship");
    tree.put("format", 1);
    var older = new LearnedModel(json.treeToValue(tree, ModelDocument.class), new LinearPrior());
    var guide = example("guide", JourneyStage.DECISION);
    assertThat(older.score(guide)).isEqualTo(model().score(guide));
    assertThat(older.asksForKin()).isFalse();
  }

  @Test
  void theAttentionOfOldDocumentsIsNotTakenForAShareOfLooks() {
    var json = new tools.jackson.databind.json.JsonMapper();
    var tree = (tools.jackson.databind.node.ObjectNode) json.valueToTree(document);
    assertThat(json.treeToValue(tree, ModelDocument.class).attention()).containsKey("deal");
    tree.put("format", 2);
    assertThat(json.treeToValue(tree, ModelDocument.class).attention()).isEmpty();
  }

  private static LearnedModel kindred() {
    return new LearnedModel(
        Documents.document("m", Map.of(), Map.of())
            .with(
                new ModelDocument.Kinship(
                    Map.of("guide", new Estimate(1, 0.1)),
                    Map.of("author", new Estimate(0.5, 0.1)))),
        new LinearPrior());
  }

  @Test
  void whatIsNewTakesAfterNearTextsAndItsAuthor() {
    var alone = example("new", JourneyStage.AWARENESS);
    assertThat(kindred().score(alone)).isZero();
    var near = Kin.of(null, Map.of(new AssetId("guide"), 1.0));
    assertThat(kindred().score(alone.with(near))).isCloseTo(Math.sqrt(0.5), within(1e-9));
    var written = Kin.of("author", Map.of());
    assertThat(kindred().score(alone.with(written))).isCloseTo(0.5, within(1e-9));
    assertThat(kindred().asksForKin()).isTrue();
  }

  @Test
  void ofWhatHasKnownKinItIsSurer() {
    var alone = example("new", JourneyStage.AWARENESS);
    var near = Kin.of(null, Map.of(new AssetId("guide"), 1.0));
    assertThat(kindred().deviation(alone.with(near))).isLessThan(kindred().deviation(alone));
  }

  @Test
  void effectsCountForLessWhereNobodyKnowsByWhatTheSlatesWereChosen() {
    var guide = example("guide", JourneyStage.AWARENESS);
    double least = 0.3 / (1 + 50 / 5_000.0);
    assertThat(observed(1.0, 0.2, Map.of()).score(guide)).isCloseTo(0.5 / least, within(1e-9));
    assertThat(observed(0.0, 0.2, Map.of()).score(guide)).isCloseTo(0.5 / 0.8, within(1e-9));
    assertThat(observed(null, 0.2, Map.of()).score(guide)).isCloseTo(0.5 / 0.8, within(1e-9));
    assertThat(observed(0.5, 0.2, Map.of()).score(guide))
        .isCloseTo(0.5 * 0.5 / least + 0.5 * 0.5 / 0.8, within(1e-9));
  }

  @Test
  void aLongLogIsBelievedWhereItSaysThatTheExpertsScoreIsWorthLittle() {
    var guide = example("guide", JourneyStage.AWARENESS);
    assertThat(observed(1.0, 0.2, Map.of(), 5_000).score(guide)).isCloseTo(2.5, within(1e-9));
    assertThat(observed(1.0, 0.1, Map.of(), 5_000).score(guide))
        .isCloseTo(0.5 / 0.15, within(1e-9));
    assertThat(observed(0.0, 0.1, Map.of(), 5_000).score(guide)).isCloseTo(0.5 / 0.8, within(1e-9));
  }

  @Test
  void whatTwoFeaturesDoTogetherIsPutDownToBoth() {
    var cross = new FeatureCross(RankingFeature.STAGE_FIT, RankingFeature.INDUSTRY_MATCH);
    var model = observed(1.0, 1, Map.of(cross.id(), new Estimate(0.6, 0.1)));
    var values = new double[RankingFeature.SCHEMA.size()];
    values[RankingFeature.STAGE_FIT.ordinal()] = 1;
    var one = Example.of(new FeatureVector(RankingFeature.SCHEMA, values));
    values[RankingFeature.INDUSTRY_MATCH.ordinal()] = 1;
    var both = Example.of(new FeatureVector(RankingFeature.SCHEMA, values));
    var prior = new LinearPrior();
    assertThat(model.score(one)).isCloseTo(prior.score(one), within(1e-9));
    assertThat(model.score(both)).isCloseTo(prior.score(both) + 0.6, within(1e-9));
    assertThat(model.contributions(both).getOrDefault("stage_fit", 0.0))
        .isCloseTo(prior.contributions(both).getOrDefault("stage_fit", 0.0) + 0.3, within(1e-9));
  }

  private static LearnedModel observed(
      @Nullable Double share, double temperature, Map<String, Estimate> features) {
    return observed(share, temperature, features, 50);
  }

  private static LearnedModel observed(
      @Nullable Double share, double temperature, Map<String, Estimate> features, int sessions) {
    var known = Documents.document("m", Map.of("guide", 0.5), Map.of());
    var trained = known.trained();
    return new LearnedModel(
        new ModelDocument(
            known.format(),
            known.version(),
            known.schemaVersion(),
            known.prior(),
            new ModelDocument.Trained(
                trained.at(),
                trained.from(),
                trained.to(),
                trained.lastSequence(),
                sessions,
                trained.items(),
                trained.used(),
                trained.shrinkage(),
                share),
            new Estimate(temperature, 0.1),
            features,
            known.featuresByStage(),
            known.assets(),
            known.types(),
            known.typesByStage(),
            known.typesByIndustry(),
            known.typesByPersona(),
            known.examination()),
        new LinearPrior());
  }
}
