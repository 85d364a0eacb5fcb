package dev.tandem.learning;

import java.util.Map;
import java.util.function.ToDoubleFunction;

/** A model that scores by any function and gives no account of it. */
public record ScoredBy(String version, ToDoubleFunction<Example> function) implements RankingModel {
  @Override
  public FeatureSchema schema() {
    return RankingFeature.SCHEMA;
  }

  @Override
  public double score(Example candidate) {
    return function.applyAsDouble(candidate);
  }

  @Override
  public Map<String, Double> contributions(Example candidate) {
    return Map.of();
  }
}
