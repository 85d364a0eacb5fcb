package dev.tandem.benchmark;

import dev.tandem.learning.training.smile.SmileMinimizer;
import java.util.function.ToDoubleFunction;

/**
 * What is left of our click model on rows of numbers without an expert's prior: a logistic model of
 * the graded reward with attention by position, held to nothing as strongly as predicts the newer
 * fifth of the log best from the rest.
 */
final class RowClickModel implements RowLearner {
  private static final double[] DEVIATIONS = {0.1, 0.3, 1, 3};
  private static final int POSITIONS = 20;

  private final String name;
  private final boolean graded;
  private final boolean examination;

  /**
   * @param graded learns from the reward; if not, from "used or not"
   * @param examination whether attention by position is fitted beside
   */
  RowClickModel(String name, boolean graded, boolean examination) {
    this.name = name;
    this.graded = graded;
    this.examination = examination;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public ToDoubleFunction<double[]> learn(RowLog log, long seed) {
    int cut = log.groups().size() * 4 / 5;
    double best = DEVIATIONS[1];
    double lowest = Double.POSITIVE_INFINITY;
    if (cut > 0 && cut < log.groups().size())
      for (double deviation : DEVIATIONS) {
        var at = fit(log, 0, cut, deviation);
        double loss = loss(log, cut, log.groups().size(), at, new double[at.length]);
        if (loss < lowest) {
          lowest = loss;
          best = deviation;
        }
      }
    var weights = fit(log, 0, log.groups().size(), best);
    return row -> {
      double sum = 0;
      for (int i = 0; i < row.length; i++) sum += weights[i] * row[i];
      return sum;
    };
  }

  private double[] fit(RowLog log, int from, int to, double deviation) {
    int n = log.width() + POSITIONS + 1;
    var scale = new double[n];
    double precision = 1 / (deviation * deviation);
    java.util.Arrays.fill(scale, 1 / (precision + log.items() / 20.0));
    return new SmileMinimizer(100, 1e-6)
        .minimize(
            (at, gradient) -> {
              java.util.Arrays.fill(gradient, 0);
              double loss = loss(log, from, to, at, gradient);
              for (int i = 0; i < n; i++) {
                double held = i < log.width() ? precision : 1;
                loss += held * at[i] * at[i] / 2;
                gradient[i] += held * at[i];
              }
              return loss;
            },
            new double[n],
            scale);
  }

  private double loss(RowLog log, int from, int to, double[] at, double[] gradient) {
    int width = log.width();
    double loss = 0;
    for (var group : log.groups().subList(from, to))
      for (int i = 0; i < group.rows().length; i++) {
        var row = group.rows()[i];
        int place = width + 1 + Math.min(group.positions()[i], POSITIONS) - 1;
        double z = at[width] + (examination ? at[place] : 0);
        for (int k = 0; k < width; k++) z += at[k] * row[k];
        double reward = graded ? group.rewards()[i] : group.grades()[i] > 0 ? 1 : 0;
        loss += (z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z))) - reward * z;
        double error = 1 / (1 + Math.exp(-z)) - reward;
        gradient[width] += error;
        if (examination) gradient[place] += error;
        for (int k = 0; k < width; k++) gradient[k] += error * row[k];
      }
    return loss;
  }
}
