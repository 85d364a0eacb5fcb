package dev.tandem.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The expert changes a weight; what was learned stays as far as it was learned. */
class AnchoringTest {
  private static final RankingFeature CHANGED = RankingFeature.STAGE_FIT;
  private static final double PRIOR_SD = 0.25; // as in Documents

  private final LinearPrior before = new LinearPrior();
  private final LinearPrior after = LinearPrior.decided(Map.of(CHANGED, 2.0));
  private final double change = weight(after) - weight(before);

  private static double weight(LinearPrior prior) {
    return prior.weights().getOrDefault(CHANGED.id(), 0.0);
  }

  /** By how much the score of an asset that has the feature moves, with a temperature of 1. */
  private double moves(double sd) {
    var document = document(Map.of(CHANGED.id(), new Estimate(0.4, sd)));
    var values = new double[RankingFeature.SCHEMA.size()];
    values[CHANGED.ordinal()] = 1;
    var example = Example.of(new FeatureVector(RankingFeature.SCHEMA, values));
    return new LearnedModel(document, after).score(example)
        - new LearnedModel(document, before).score(example);
  }

  private static ModelDocument document(Map<String, Estimate> features) {
    var plain = Documents.document("m", Map.of(), Map.of());
    return new ModelDocument(
        plain.format(),
        plain.version(),
        plain.schemaVersion(),
        plain.prior(),
        plain.trained(),
        plain.temperature(),
        features,
        plain.featuresByStage(),
        plain.assets(),
        plain.types(),
        plain.typesByStage(),
        plain.typesByIndustry(),
        plain.typesByPersona(),
        plain.examination());
  }

  @Test
  void whereNothingWasLearnedTheChangeCountsInFull() {
    assertThat(moves(PRIOR_SD)).isCloseTo(change, within(1e-9));
  }

  @Test
  void whereMuchWasLearnedItHardlyCounts() {
    assertThat(moves(0.02)).isBetween(0.0, 0.01 * change);
  }

  @Test
  void inBetweenItCountsByTheExpertsShare() {
    assertThat(moves(PRIOR_SD / 2)).isCloseTo(change / 4, within(1e-9));
  }

  @Test
  void weightsThatNobodyKnowsAnyMoreLeaveTheModelOut() {
    var other = LinearPrior.decided(Map.of(CHANGED, 0.5));
    var json = new tools.jackson.databind.json.JsonMapper();
    var tree = (tools.jackson.databind.node.ObjectNode) json.valueToTree(document(Map.of()));
    tree.put("prior", other.version());
    var orphan = json.treeToValue(tree, ModelDocument.class);
    assertThatThrownBy(() -> new LearnedModel(orphan, before)).hasMessageContaining("starts from");
    var known = new LearnedModel(orphan.around(other.weights()), before);
    assertThat(known.carriedOver()).isTrue();
    assertThat(new LearnedModel(orphan.around(other.weights()), other).carriedOver()).isFalse();
  }
}
