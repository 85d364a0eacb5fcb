package dev.tandem.recommendation.evaluation;

import dev.tandem.learning.LinearPrior;
import dev.tandem.learning.RankingFeature;
import dev.tandem.learning.RankingModel;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The expert weights with some groups turned up or down, to see what that would do.
 *
 * @param factors by which a group's weights are multiplied, 0 to 4; 1 is left out
 */
public record WeightTrial(Map<WeightGroup, Double> factors) {
  public static final WeightTrial NOTHING_CHANGED = new WeightTrial(Map.of());
  private static final double MOST = 4;

  public WeightTrial {
    var kept = new EnumMap<WeightGroup, Double>(WeightGroup.class);
    factors.forEach(
        (group, factor) -> {
          if (!(factor >= 0 && factor <= MOST))
            throw new IllegalArgumentException("factor outside [0, 4]: " + factor);
          if (factor != 1) kept.put(group, factor);
        });
    factors = kept;
  }

  public double of(WeightGroup group) {
    return factors.getOrDefault(group, 1.0);
  }

  public WeightTrial with(WeightGroup group, double factor) {
    var changed = new EnumMap<WeightGroup, Double>(WeightGroup.class);
    changed.putAll(factors);
    changed.put(group, factor);
    return new WeightTrial(changed);
  }

  public RankingModel model() {
    return new LinearPrior().adjusted(byFeature());
  }

  Map<RankingFeature, Double> byFeature() {
    var byFeature = new EnumMap<RankingFeature, Double>(RankingFeature.class);
    factors.forEach(
        (group, factor) -> group.features().forEach(feature -> byFeature.put(feature, factor)));
    return byFeature;
  }

  /** Such as {@code stage×2 words×0.5}; empty where nothing is changed. */
  public String name() {
    return factors.entrySet().stream()
        .map(
            each ->
                each.getKey().name().toLowerCase(Locale.ROOT)
                    + "×"
                    + String.valueOf(each.getValue()).replaceFirst("\\.0$", ""))
        .collect(Collectors.joining(" "));
  }
}
