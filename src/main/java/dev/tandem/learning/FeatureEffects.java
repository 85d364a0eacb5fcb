package dev.tandem.learning;

import dev.tandem.taxonomy.JourneyStage;
import java.util.Map;

/** What a model learned of features, and of two at once, beyond the prior; in log-odds. */
final class FeatureEffects {
  /** By stage and feature. */
  private final double[][] weights = new double[StageRows.COUNT][RankingFeature.SCHEMA.size()];

  private final double[] crosses = new double[FeatureCross.ALL.size()];

  /**
   * @param everywhere by feature and by {@link FeatureCross}
   * @param byStage by stage and feature, what is added there
   */
  FeatureEffects(Map<String, Estimate> everywhere, Map<String, Map<String, Estimate>> byStage) {
    for (int i = 0; i < RankingFeature.SCHEMA.size(); i++) {
      var name = RankingFeature.SCHEMA.features().get(i).name();
      for (var row : weights) row[i] = mean(everywhere, name);
      for (var stage : JourneyStage.values())
        weights[StageRows.of(stage)][i] += mean(byStage.getOrDefault(stage.id(), Map.of()), name);
    }
    for (int i = 0; i < crosses.length; i++)
      crosses[i] = mean(everywhere, FeatureCross.ALL.get(i).id());
  }

  private static double mean(Map<String, Estimate> effects, String name) {
    var effect = effects.get(name);
    return effect == null ? 0 : effect.mean();
  }

  double sum(Example candidate) {
    double sum = 0;
    var row = weights[StageRows.of(candidate.asked().stage())];
    var features = candidate.features();
    for (int i = 0; i < row.length; i++) sum += row[i] * features.value(i);
    for (int i = 0; i < crosses.length; i++)
      if (crosses[i] != 0) sum += crosses[i] * FeatureCross.ALL.get(i).value(features);
    return sum;
  }

  /**
   * Adds what each feature contributes.
   *
   * @param unit of a log-odds in the causes
   */
  void addTo(Map<String, Double> causes, Example candidate, double unit) {
    var row = weights[StageRows.of(candidate.asked().stage())];
    var features = candidate.features();
    for (int i = 0; i < row.length; i++)
      causes.merge(
          RankingFeature.SCHEMA.features().get(i).name(),
          row[i] * features.value(i) * unit,
          Double::sum);
    for (int i = 0; i < crosses.length; i++) {
      // what two features do together is put down to both alike
      double half = crosses[i] * FeatureCross.ALL.get(i).value(features) * unit / 2;
      causes.merge(FeatureCross.ALL.get(i).first().id(), half, Double::sum);
      causes.merge(FeatureCross.ALL.get(i).second().id(), half, Double::sum);
    }
  }
}
