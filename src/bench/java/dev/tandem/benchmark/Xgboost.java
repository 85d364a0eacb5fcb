package dev.tandem.benchmark;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** LambdaMART of XGBoost; without bias it estimates the attention to positions beside. */
final class Xgboost implements RowLearner {
  private static final int ROUNDS = 100;

  private final boolean unbiased;

  Xgboost(boolean unbiased) {
    this.unbiased = unbiased;
  }

  @Override
  public String name() {
    return unbiased ? "XGBoost LambdaMART, unbiased" : "XGBoost LambdaMART";
  }

  @Override
  public ToDoubleFunction<double[]> learn(RowLog log, long seed) {
    try {
      int width = log.width();
      var values = new float[log.items() * width];
      var labels = new float[log.items()];
      var sizes = new int[log.groups().size()];
      int at = 0;
      for (int g = 0; g < sizes.length; g++) {
        var group = log.groups().get(g);
        sizes[g] = group.rows().length;
        for (int i = 0; i < sizes[g]; i++) {
          for (int k = 0; k < width; k++) values[at * width + k] = (float) group.rows()[i][k];
          labels[at++] = group.grades()[i];
        }
      }
      var matrix = new DMatrix(values, at, width, Float.NaN);
      matrix.setLabel(labels);
      matrix.setGroup(sizes);
      var settings = new HashMap<String, Object>();
      settings.put("objective", "rank:ndcg");
      settings.put("eta", 0.1);
      settings.put("max_depth", 5);
      settings.put("min_child_weight", 1);
      settings.put("nthread", 1);
      settings.put("seed", seed);
      settings.put("verbosity", 0);
      settings.put("lambdarank_pair_method", "topk");
      settings.put("lambdarank_num_pair_per_sample", 8);
      if (unbiased) settings.put("lambdarank_unbiased", true);
      var booster = XGBoost.train(matrix, settings, ROUNDS, Map.of(), null, null);
      matrix.dispose();
      // more threads only wait for each other over a single row
      booster.setParam("nthread", 1);
      return row -> {
        var one = new float[width];
        for (int k = 0; k < width; k++) one[k] = (float) row[k];
        try {
          return booster.inplace_predict(one, 1, width, Float.NaN)[0][0];
        } catch (XGBoostError e) {
          throw new IllegalStateException(e);
        }
      };
    } catch (XGBoostError e) {
      throw new IllegalStateException(e);
    }
  }
}
