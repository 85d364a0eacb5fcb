package dev.tandem.benchmark;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.function.ToDoubleFunction;

/** LambdaMART of LightGBM; with positions it estimates the attention to them beside. */
final class Lightgbm implements RowLearner {
  private static final int ROUNDS = 100;

  private final boolean positions;

  Lightgbm(boolean positions) {
    this.positions = positions;
  }

  @Override
  public String name() {
    return positions ? "LightGBM LambdaMART, positions" : "LightGBM LambdaMART";
  }

  @Override
  public ToDoubleFunction<double[]> learn(RowLog log, long seed) {
    try {
      int width = log.width();
      var values = new float[log.items() * width];
      var labels = new float[log.items()];
      var places = new int[log.items()];
      var sizes = new int[log.groups().size()];
      int at = 0;
      for (int g = 0; g < sizes.length; g++) {
        var group = log.groups().get(g);
        sizes[g] = group.rows().length;
        for (int i = 0; i < sizes[g]; i++) {
          for (int k = 0; k < width; k++) values[at * width + k] = (float) group.rows()[i][k];
          places[at] = group.positions()[i] - 1;
          labels[at++] = group.grades()[i];
        }
      }
      var settings =
          "objective=lambdarank learning_rate=0.1 num_leaves=15 min_data_in_leaf=20 verbosity=-1"
              + " num_threads=1 deterministic=true seed="
              + seed;
      var data = LGBMDataset.createFromMat(values, at, width, true, settings, null);
      data.setField("label", labels);
      data.setField("group", sizes);
      if (positions) data.setField("position", places);
      var booster = LGBMBooster.create(data, settings);
      for (int round = 0; round < ROUNDS; round++) if (booster.updateOneIter()) break;
      return row -> {
        try {
          return booster.predictForMatSingleRow(row, PredictionType.C_API_PREDICT_RAW_SCORE);
        } catch (LGBMException e) {
          throw new IllegalStateException(e);
        }
      };
    } catch (LGBMException e) {
      throw new IllegalStateException(e);
    }
  }
}
