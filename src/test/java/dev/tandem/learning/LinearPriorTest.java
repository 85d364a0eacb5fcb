package dev.tandem.learning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LinearPriorTest extends RankingModelContract {
  private final LinearPrior prior = new LinearPrior();

  @Override
  protected RankingModel model() {
    return prior;
  }

  @ParameterizedTest
  @EnumSource(RankingFeature.class)
  void everyFeatureMovesTheScoreInTheDirectionItsNameSays(RankingFeature feature) {
    boolean bad = feature.id().endsWith("mismatch") || feature == RankingFeature.REVIEW_OVERDUE;
    double change =
        prior.score(Example.of(only(feature, 1))) - prior.score(Example.of(only(feature, 0)));
    assertThat(change).matches(value -> bad ? value < 0 : value > 0);
  }

  private static FeatureVector only(RankingFeature feature, double value) {
    var values = new double[RankingFeature.SCHEMA.size()];
    values[feature.ordinal()] = value;
    return new FeatureVector(RankingFeature.SCHEMA, values);
  }
}
