package dev.tandem.benchmark;

import java.util.function.ToDoubleFunction;
import smile.classification.LogisticRegression;

/** Smile's logistic regression of "used or not", with the position as a column or without. */
final class SmileLogistic implements RowLearner {
  private final boolean withPosition;

  SmileLogistic(boolean withPosition) {
    this.withPosition = withPosition;
  }

  @Override
  public String name() {
    return withPosition
        ? "logistic regression (Smile), position as a feature"
        : "logistic regression (Smile)";
  }

  @Override
  public ToDoubleFunction<double[]> learn(RowLog log, long seed) {
    var rows = new double[log.items()][];
    var used = new int[rows.length];
    int at = 0;
    for (var group : log.groups())
      for (int i = 0; i < group.rows().length; i++) {
        var row = java.util.Arrays.copyOf(group.rows()[i], log.width() + 1);
        row[log.width()] = withPosition ? Math.log(group.positions()[i]) : 0;
        used[at] = group.grades()[i] > 0 ? 1 : 0;
        rows[at++] = row;
      }
    if (java.util.Arrays.stream(used).distinct().count() < 2) return row -> 0;
    var model =
        LogisticRegression.binomial(rows, used, new LogisticRegression.Options(1.0, 1e-5, 200));
    var weights = model.coefficients();
    return row -> {
      double sum = 0;
      for (int i = 0; i < row.length; i++) sum += weights[i] * row[i];
      return sum;
    };
  }
}
