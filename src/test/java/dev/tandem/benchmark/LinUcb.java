package dev.tandem.benchmark;

import java.util.function.ToDoubleFunction;

/**
 * L. Li et al. (2010), "A contextual-bandit approach to personalized news article recommendation":
 * ridge regression of the reward on the row, plus a bonus for what is unsure.
 */
final class LinUcb implements RowLearner {
  private final double bonus;

  LinUcb(double bonus) {
    this.bonus = bonus;
  }

  @Override
  public String name() {
    return "LinUCB";
  }

  @Override
  public ToDoubleFunction<double[]> learn(RowLog log, long seed) {
    int n = log.width() + 1;
    var squares = new double[n][n];
    var products = new double[n];
    for (int i = 0; i < n; i++) squares[i][i] = 1;
    for (var group : log.groups())
      for (int item = 0; item < group.rows().length; item++) {
        var row = withIntercept(group.rows()[item]);
        for (int i = 0; i < n; i++) {
          if (row[i] == 0) continue;
          products[i] += row[i] * group.rewards()[item];
          for (int j = 0; j < n; j++) squares[i][j] += row[i] * row[j];
        }
      }
    var inverse = inverse(squares);
    var weights = new double[n];
    for (int i = 0; i < n; i++)
      for (int j = 0; j < n; j++) weights[i] += inverse[i][j] * products[j];
    return features -> {
      var row = withIntercept(features);
      double mean = 0;
      double variance = 0;
      for (int i = 0; i < n; i++) {
        if (row[i] == 0) continue;
        mean += weights[i] * row[i];
        if (bonus > 0) for (int j = 0; j < n; j++) variance += row[i] * inverse[i][j] * row[j];
      }
      return mean + bonus * Math.sqrt(Math.max(0, variance));
    };
  }

  private static double[] withIntercept(double[] row) {
    var longer = java.util.Arrays.copyOf(row, row.length + 1);
    longer[row.length] = 1;
    return longer;
  }

  /** Gauss and Jordan; the matrix is positive definite. */
  private static double[][] inverse(double[][] matrix) {
    int n = matrix.length;
    var a = new double[n][];
    var inverse = new double[n][n];
    for (int i = 0; i < n; i++) {
      a[i] = matrix[i].clone();
      inverse[i][i] = 1;
    }
    for (int pivot = 0; pivot < n; pivot++) {
      double by = a[pivot][pivot];
      for (int j = 0; j < n; j++) {
        a[pivot][j] /= by;
        inverse[pivot][j] /= by;
      }
      for (int i = 0; i < n; i++) {
        double factor = a[i][pivot];
        if (i == pivot || factor == 0) continue;
        for (int j = 0; j < n; j++) {
          a[i][j] -= factor * a[pivot][j];
          inverse[i][j] -= factor * inverse[pivot][j];
        }
      }
    }
    return inverse;
  }
}
