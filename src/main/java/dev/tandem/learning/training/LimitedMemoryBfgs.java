package dev.tandem.learning.training;

/**
 * L-BFGS with the two-loop recursion, started from a diagonal scale, and a backtracking line
 * search: J. Nocedal and S. J. Wright, "Numerical Optimization" (2006), algorithms 3.1 and 7.4. For
 * convex functions, which is what is trained here; a step that shows no curvature is not
 * remembered.
 */
final class LimitedMemoryBfgs implements Minimizer {
  private static final int MEMORY = 12;
  private static final double SUFFICIENT_DECREASE = 1e-4;
  private static final int HALVINGS = 40;

  private final int mostSteps;
  private final double tolerance;

  /**
   * @param tolerance the relative decrease over five steps at which it stops
   */
  LimitedMemoryBfgs(int mostSteps, double tolerance) {
    this.mostSteps = mostSteps;
    this.tolerance = tolerance;
  }

  @Override
  public double[] minimize(Objective objective, double[] start, double[] scale) {
    int n = start.length;
    var x = start.clone();
    var gradient = new double[n];
    double value = objective.at(x, gradient);
    var moves = new double[MEMORY][];
    var turns = new double[MEMORY][];
    var recent = new double[mostSteps + 1];
    int remembered = 0;
    for (int step = 0; step < mostSteps; step++) {
      recent[step] = value;
      if (step >= 5 && recent[step - 5] - value <= tolerance * Math.abs(value)) break;
      var direction = direction(gradient, scale, moves, turns, remembered);
      double slope = dot(direction, gradient);
      if (!(slope < 0)) break;
      var next = new double[n];
      var nextGradient = new double[n];
      double nextValue = value;
      double length = 1;
      boolean lower = false;
      for (int halving = 0; halving < HALVINGS && !lower; halving++, length /= 2) {
        for (int i = 0; i < n; i++) next[i] = x[i] + length * direction[i];
        nextValue = objective.at(next, nextGradient);
        lower = nextValue <= value + SUFFICIENT_DECREASE * length * slope;
      }
      if (!lower) break;
      var move = new double[n];
      var turn = new double[n];
      for (int i = 0; i < n; i++) {
        move[i] = next[i] - x[i];
        turn[i] = nextGradient[i] - gradient[i];
      }
      if (dot(move, turn) > 1e-12 * dot(turn, turn)) {
        moves[remembered % MEMORY] = move;
        turns[remembered % MEMORY] = turn;
        remembered++;
      }
      x = next;
      gradient = nextGradient;
      value = nextValue;
    }
    return x;
  }

  private static double[] direction(
      double[] gradient, double[] scale, double[][] moves, double[][] turns, int remembered) {
    var q = gradient.clone();
    int oldest = Math.max(0, remembered - MEMORY);
    var alphas = new double[MEMORY];
    for (int k = remembered - 1; k >= oldest; k--) {
      int at = k % MEMORY;
      alphas[at] = dot(moves[at], q) / dot(moves[at], turns[at]);
      add(q, -alphas[at], turns[at]);
    }
    for (int i = 0; i < q.length; i++) q[i] *= scale[i];
    for (int k = oldest; k < remembered; k++) {
      int at = k % MEMORY;
      double beta = dot(turns[at], q) / dot(moves[at], turns[at]);
      add(q, alphas[at] - beta, moves[at]);
    }
    for (int i = 0; i < q.length; i++) q[i] = -q[i];
    return q;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
    return sum;
  }

  private static void add(double[] to, double factor, double[] what) {
    for (int i = 0; i < to.length; i++) to[i] += factor * what[i];
  }
}
