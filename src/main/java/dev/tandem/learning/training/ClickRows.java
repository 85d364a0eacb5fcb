package dev.tandem.learning.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Sessions as a sparse matrix with one row an item, and the negative log posterior over it: the
 * cross entropy of reward and predicted reward, plus the Gaussian priors.
 */
final class ClickRows {
  private static final int NONE = -1;

  private final Encoding encoding;
  private final List<Column> columns = new ArrayList<>();
  private final Map<Column, Integer> numbers = new HashMap<>();
  private int[] starts = new int[1025];
  private int[] column = new int[16_384];
  private float[] value = new float[16_384];
  private double[] reward = new double[1024];
  private double[] weight = new double[1024];

  /**
   * The column of the attention to a row's position; none at the top, which is measured against.
   */
  private int[] attention = new int[1024];

  private int attended = NONE;
  private final int[] firstRows;
  private int rows;
  private int cells;

  ClickRows(Encoding encoding, TrainingSet set) {
    this.encoding = encoding;
    this.firstRows = new int[set.size() + 1];
    for (int i = 0; i < set.size(); i++) {
      var session = set.sessions().get(i);
      for (var item : session.items()) {
        encoding.encode(session, item, this::cell);
        row(item);
      }
      firstRows[i + 1] = rows;
    }
  }

  boolean encodes(Encoding other) {
    return encoding.equals(other);
  }

  private void cell(Column.Kind kind, String name, double x) {
    int number = numbers.computeIfAbsent(new Column(kind, name), this::number);
    if (kind == Column.Kind.POSITION) {
      attended = number;
      return;
    }
    if (cells == column.length) {
      column = Arrays.copyOf(column, 2 * cells);
      value = Arrays.copyOf(value, 2 * cells);
    }
    column[cells] = number;
    value[cells++] = (float) x;
  }

  private int number(Column added) {
    columns.add(added);
    return columns.size() - 1;
  }

  private void row(Judged item) {
    if (rows == reward.length) {
      reward = Arrays.copyOf(reward, 2 * rows);
      weight = Arrays.copyOf(weight, 2 * rows);
      attention = Arrays.copyOf(attention, 2 * rows);
      starts = Arrays.copyOf(starts, 2 * rows + 1);
    }
    attention[rows] = attended;
    attended = NONE;
    reward[rows] = item.reward();
    weight[rows++] = item.weight();
    starts[rows] = cells;
  }

  ClickFit fit(Shrinkage shrinkage, Minimizer minimizer) {
    return fit(shrinkage, minimizer, firstRows.length - 1);
  }

  /**
   * @param sessions only so many of the first are learned from; what only later ones hold stays as
   *     it was assumed
   */
  ClickFit fit(Shrinkage shrinkage, Minimizer minimizer, int sessions) {
    int rows = firstRows[sessions];
    int n = columns.size();
    var usual = columns.stream().mapToDouble(Column::usual).toArray();
    var precision =
        columns.stream().mapToDouble(c -> Math.pow(shrinkage.of(c.kind()), -2)).toArray();
    var coordinates = conditioning(usual, precision, rows);
    var even = new double[n];
    Arrays.fill(even, 1);
    var best =
        coordinates.point(
            minimizer.minimize(
                coordinates.of((at, gradient) -> loss(at, gradient, usual, precision, rows)),
                new double[n],
                even));
    var deviation = curvature(best, precision, rows);
    for (int i = 0; i < n; i++) deviation[i] = 1 / Math.sqrt(deviation[i]);
    return new ClickFit(encoding, shrinkage, List.copyOf(columns), numbers, best, deviation);
  }

  /** The log-likelihood of some of the sessions, from one to another, which is excluded. */
  double logLikelihood(ClickFit fit, int from, int to) {
    double sum = 0;
    for (int row = firstRows[from]; row < firstRows[to]; row++) {
      sum -= weight[row] * examination(row, fit.best()).loss(reward[row]);
    }
    return sum;
  }

  private double loss(
      double[] at, double[] gradient, double[] usual, double[] precision, int rows) {
    double loss = 0;
    for (int i = 0; i < at.length; i++) {
      double off = at[i] - usual[i];
      loss += precision[i] * off * off / 2;
      gradient[i] = precision[i] * off;
    }
    for (int row = 0; row < rows; row++) {
      var examination = examination(row, at);
      loss += weight[row] * examination.loss(reward[row]);
      double error = weight[row] * examination.slope(reward[row]);
      if (examination.looked() < 0)
        gradient[attention[row]] += weight[row] * examination.slopeByLooks(reward[row]);
      for (int cell = starts[row]; cell < starts[row + 1]; cell++)
        gradient[column[cell]] += error * value[cell];
    }
    return loss;
  }

  /**
   * The diagonal of the expected second derivative; its inverse is the Laplace approximation's
   * variance.
   */
  private double[] curvature(double[] at, double[] precision, int rows) {
    var diagonal = precision.clone();
    for (int row = 0; row < rows; row++) {
      var examination = examination(row, at);
      double bend = weight[row] * examination.curvature();
      if (examination.looked() < 0)
        diagonal[attention[row]] += weight[row] * examination.curvatureByLooks();
      for (int cell = starts[row]; cell < starts[row + 1]; cell++)
        diagonal[column[cell]] += bend * value[cell] * value[cell];
    }
    return diagonal;
  }

  private Conditioning conditioning(double[] at, double[] precision, int rows) {
    int[] together =
        IntStream.range(0, columns.size()).filter(i -> columns.get(i).kind().entangled()).toArray();
    var place = new int[columns.size()];
    Arrays.fill(place, -1);
    for (int i = 0; i < together.length; i++) place[together[i]] = i;
    var block = new double[together.length][];
    for (int i = 0; i < block.length; i++) {
      block[i] = new double[i + 1];
      block[i][i] = precision[together[i]];
    }
    for (int row = 0; row < rows; row++) {
      var examination = examination(row, at);
      double bend = weight[row] * examination.curvature();
      for (int one = starts[row]; one < starts[row + 1]; one++) {
        int i = place[column[one]];
        if (i < 0) continue;
        for (int other = starts[row]; other <= one; other++) {
          int j = place[column[other]];
          if (j < 0) continue;
          double bent = bend * value[one] * value[other];
          block[Math.max(i, j)][Math.min(i, j)] += bent;
        }
      }
    }
    return Conditioning.of(at, together, block, curvature(at, precision, rows));
  }

  private Examination examination(int row, double[] at) {
    return Examination.of(attention[row] == NONE ? 0 : at[attention[row]], logOdds(row, at));
  }

  private double logOdds(int row, double[] at) {
    double sum = 0;
    for (int cell = starts[row]; cell < starts[row + 1]; cell++)
      sum += at[column[cell]] * value[cell];
    return sum;
  }

  static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /** log(1 + e^x), also where e^x overflows. */
  static double softplus(double x) {
    return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
  }
}
