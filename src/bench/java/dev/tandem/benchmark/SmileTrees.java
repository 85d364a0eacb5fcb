package dev.tandem.benchmark;

import java.util.function.ToDoubleFunction;
import smile.data.DataFrame;
import smile.data.Tuple;
import smile.data.formula.Formula;
import smile.model.cart.Loss;
import smile.regression.GradientTreeBoost;
import smile.regression.RandomForest;

/** Smile's tree ensembles: the reward of what was shown, regressed on its row. */
final class SmileTrees implements RowLearner {
  /** They take minutes for more; the newest say most. */
  private static final int MOST_ITEMS = 40_000;

  private final boolean boosted;

  SmileTrees(boolean boosted) {
    this.boosted = boosted;
  }

  @Override
  public String name() {
    return boosted ? "gradient boosting (Smile)" : "random forest (Smile)";
  }

  @Override
  public ToDoubleFunction<double[]> learn(RowLog whole, long seed) {
    var log = whole.newest(MOST_ITEMS);
    var rows = new double[log.items()][];
    int at = 0;
    for (var group : log.groups())
      for (int i = 0; i < group.rows().length; i++) {
        var row = java.util.Arrays.copyOf(group.rows()[i], log.width() + 1);
        row[log.width()] = group.rewards()[i];
        rows[at++] = row;
      }
    var names = new String[log.width() + 1];
    for (int i = 0; i < log.width(); i++) names[i] = "x" + i;
    names[log.width()] = "reward";
    var frame = DataFrame.of(rows, names);
    var formula = Formula.lhs("reward");
    smile.math.MathEx.setSeed(seed);
    var seeds = new long[100];
    for (int i = 0; i < seeds.length; i++) seeds[i] = seed * 1000 + i;
    var schema = frame.schema();
    if (boosted) {
      var model =
          GradientTreeBoost.fit(
              formula,
              frame,
              new GradientTreeBoost.Options(Loss.ls(), 100, 5, 16, 10, 0.1, 0.7, null, null));
      return row -> model.predict(tuple(schema, row));
    }
    var model =
        RandomForest.fit(
            formula,
            frame,
            new RandomForest.Options(
                100, Math.max(1, log.width() / 3), 12, 500, 10, 0.7, seeds, null));
    return row -> model.predict(tuple(schema, row));
  }

  private static Tuple tuple(smile.data.type.StructType schema, double[] row) {
    return Tuple.of(schema, java.util.Arrays.copyOf(row, row.length + 1));
  }
}
