package dev.tandem.learning.training;

/**
 * Coordinates in which a loss bends about alike in every direction, so that it is minimized in tens
 * of steps instead of hundreds. Numbers that are learned side by side are told apart slowly
 * otherwise: the expert's score is a sum of features, each of which is a column of its own. Those
 * few are turned by the Cholesky factor of their second derivative, all others stretched one by
 * one.
 *
 * @param start the origin
 * @param together the columns that are turned, by their numbers
 * @param factor lower triangle by row, L with L Lᵀ = the second derivative of these
 * @param stretch of every column that is not turned
 */
record Conditioning(double[] start, int[] together, double[][] factor, double[] stretch) {

  /**
   * @param diagonal of the second derivative, by column, above 0
   * @param block lower triangle of the second derivative of those together, positive definite; is
   *     overwritten
   */
  static Conditioning of(double[] start, int[] together, double[][] block, double[] diagonal) {
    var stretch = new double[diagonal.length];
    for (int i = 0; i < stretch.length; i++) stretch[i] = 1 / Math.sqrt(diagonal[i]);
    for (int i = 0; i < block.length; i++)
      for (int j = 0; j <= i; j++) {
        double rest = block[i][j];
        for (int k = 0; k < j; k++) rest -= block[i][k] * block[j][k];
        // rounding must not make it indefinite: what is told apart by next to nothing stays put
        block[i][j] = i == j ? Math.sqrt(Math.max(rest, 1e-9 * block[i][i])) : rest / block[j][j];
      }
    return new Conditioning(start, together, block, stretch);
  }

  /** The same loss in these coordinates, whose origin is the start. */
  Minimizer.Objective of(Minimizer.Objective loss) {
    return (moved, slope) -> {
      double value = loss.at(point(moved), slope);
      turn(slope);
      return value;
    };
  }

  /** Where a place in these coordinates is in the columns' own. */
  double[] point(double[] moved) {
    var point = new double[moved.length];
    for (int i = 0; i < point.length; i++) point[i] = start[i] + stretch[i] * moved[i];
    var turned = new double[together.length];
    for (int i = turned.length - 1; i >= 0; i--) {
      double rest = moved[together[i]];
      for (int k = i + 1; k < turned.length; k++) rest -= factor[k][i] * turned[k];
      turned[i] = rest / factor[i][i];
      point[together[i]] = start[together[i]] + turned[i];
    }
    return point;
  }

  private void turn(double[] slope) {
    var turned = new double[together.length];
    for (int i = 0; i < turned.length; i++) {
      double rest = slope[together[i]];
      for (int k = 0; k < i; k++) rest -= factor[i][k] * turned[k];
      turned[i] = rest / factor[i][i];
    }
    for (int i = 0; i < slope.length; i++) slope[i] *= stretch[i];
    for (int i = 0; i < turned.length; i++) slope[together[i]] = turned[i];
  }
}
