package dev.tandem.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tandem.library.AssetId;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.JourneyStage;
import java.util.List;
import java.util.Map;
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
}
