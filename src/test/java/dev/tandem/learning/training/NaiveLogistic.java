package dev.tandem.learning.training;

import dev.tandem.learning.Example;
import dev.tandem.learning.FeatureSchema;
import dev.tandem.learning.RankingFeature;
import dev.tandem.learning.RankingModel;
import dev.tandem.learning.training.smile.SmileMinimizer;
import java.util.Map;

/**
 * What is usually done: a ridge-regularised logistic regression of "opened or not" on the features,
 * which takes every item that was not opened for one that was not wanted. To compare with.
 */
public final class NaiveLogistic implements RankingModel {
  private static final double RIDGE = 1;

  private final double[] weights;

  private NaiveLogistic(double[] weights) {
    this.weights = weights;
  }

  /**
   * @param withPosition whether the position is a feature, left out when ranking
   */
  public static NaiveLogistic train(TrainingSet set, boolean withPosition) {
    var items = set.sessions().stream().flatMap(s -> s.items().stream()).toList();
    int features = RankingFeature.SCHEMA.size();
    int n = features + 2;
    var scale = new double[n];
    java.util.Arrays.fill(scale, 1.0 / (RIDGE + items.size() / 20.0));
    var best =
        new SmileMinimizer(200, 1e-8)
            .minimize(
                (at, gradient) -> {
                  double loss = 0;
                  for (int i = 0; i < n; i++) {
                    double ridge = i < features ? RIDGE : 1e-3;
                    loss += ridge * at[i] * at[i] / 2;
                    gradient[i] = ridge * at[i];
                  }
                  for (var item : items) {
                    double position = withPosition ? Math.log(item.position()) : 0;
                    double z = at[features] + at[features + 1] * position;
                    for (int i = 0; i < features; i++)
                      z += at[i] * item.example().features().value(i);
                    double opened = item.used() ? 1 : 0;
                    loss += ClickRows.softplus(z) - opened * z;
                    double error = ClickRows.sigmoid(z) - opened;
                    gradient[features] += error;
                    gradient[features + 1] += error * position;
                    for (int i = 0; i < features; i++)
                      gradient[i] += error * item.example().features().value(i);
                  }
                  return loss;
                },
                new double[n],
                scale);
    return new NaiveLogistic(best);
  }

  @Override
  public String version() {
    return "naive-logistic";
  }

  @Override
  public FeatureSchema schema() {
    return RankingFeature.SCHEMA;
  }

  @Override
  public double score(Example candidate) {
    double sum = 0;
    for (int i = 0; i < schema().size(); i++) sum += weights[i] * candidate.features().value(i);
    return sum;
  }

  @Override
  public Map<String, Double> contributions(Example candidate) {
    return Map.of();
  }
}
