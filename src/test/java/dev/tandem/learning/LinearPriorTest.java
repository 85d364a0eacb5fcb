package dev.tandem.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LinearPriorTest {
  private final LinearPrior prior = new LinearPrior();

  @ParameterizedTest
  @EnumSource(RankingFeature.class)
  void everyFeatureMovesTheScoreInTheDirectionItsNameSays(RankingFeature feature) {
    boolean bad = feature.id().endsWith("mismatch") || feature == RankingFeature.REVIEW_OVERDUE;
    double change = prior.score(Example.of(only(feature, 1))) - prior.score(Example.of(only(feature, 0)));
    assertThat(change).matches(value -> bad ? value < 0 : value > 0);
  }

  @Test
  void contributionsSumToTheScore() {
    var values = new double[RankingFeature.SCHEMA.size()];
    for (int i = 0; i < values.length; i++) values[i] = Math.sin(i);
    var features = new FeatureVector(RankingFeature.SCHEMA, values);
    var sum =
        prior.contributions(Example.of(features)).values().stream().mapToDouble(Double::doubleValue).sum();
    assertThat(sum).isCloseTo(prior.score(Example.of(features)), within(1e-9));
  }

  private static FeatureVector only(RankingFeature feature, double value) {
    var values = new double[RankingFeature.SCHEMA.size()];
    values[feature.ordinal()] = value;
    return new FeatureVector(RankingFeature.SCHEMA, values);
  }
}
