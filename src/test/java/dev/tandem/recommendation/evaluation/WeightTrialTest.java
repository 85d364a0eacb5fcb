package dev.tandem.recommendation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tandem.learning.Example;
import dev.tandem.learning.FeatureVector;
import dev.tandem.learning.LinearPrior;
import dev.tandem.learning.RankingFeature;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeightTrialTest {
  @Test
  void onlyTheWeightsOfItsGroupChange() {
    var doubled = new WeightTrial(Map.of(WeightGroup.STAGE, 2.0)).model();
    var prior = new LinearPrior();
    for (var feature : RankingFeature.values()) {
      double factor = WeightGroup.STAGE.features().contains(feature) ? 2 : 1;
      assertThat(doubled.score(only(feature)))
          .as(feature.id())
          .isCloseTo(factor * prior.score(only(feature)), within(1e-12));
    }
    assertThat(doubled.version()).isNotEqualTo(prior.version());
  }

  @Test
  void noFeatureIsInTwoGroups() {
    for (var feature : RankingFeature.values())
      assertThat(
              Arrays.stream(WeightGroup.values())
                  .filter(group -> group.features().contains(feature)))
          .as(feature.id())
          .hasSizeLessThanOrEqualTo(1);
  }

  private static Example only(RankingFeature feature) {
    var values = new double[RankingFeature.SCHEMA.size()];
    values[feature.ordinal()] = 1;
    return Example.of(new FeatureVector(RankingFeature.SCHEMA, values));
  }
}
