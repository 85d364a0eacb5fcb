package dev.tandem.learning.training.smile;

import dev.tandem.learning.training.Minimizer;
import smile.math.BFGS;
import smile.util.function.DifferentiableMultivariateFunction;

/**
 * L-BFGS of Smile. Dimensions are stretched by their scale first, so that a rare cause and a
 * frequent one are learned in about as many steps.
 */
public final class SmileMinimizer implements Minimizer {
  private static final int MEMORY = 12;

  private final int mostSteps;
  private final double tolerance;

  /**
   * @param tolerance of the largest slope, relative to the function's value, at which it stops
   */
  public SmileMinimizer(int mostSteps, double tolerance) {
    this.mostSteps = mostSteps;
    this.tolerance = tolerance;
  }

  @Override
  public double[] minimize(Objective objective, double[] start, double[] scale) {
    var stretch = new double[start.length];
    for (int i = 0; i < stretch.length; i++) stretch[i] = Math.sqrt(scale[i]);
    var moved = new double[start.length];
    var stretched = new Stretched(objective, start, stretch);
    BFGS.minimize(stretched, Math.min(MEMORY, start.length), moved, tolerance, mostSteps);
    return stretched.point(moved);
  }

  private record Stretched(Objective objective, double[] start, double[] stretch)
      implements DifferentiableMultivariateFunction {

    double[] point(double[] moved) {
      var point = new double[moved.length];
      for (int i = 0; i < point.length; i++) point[i] = start[i] + stretch[i] * moved[i];
      return point;
    }

    @Override
    public double f(double[] moved) {
      return objective.at(point(moved), new double[moved.length]);
    }

    @Override
    public double g(double[] moved, double[] gradient) {
      double value = objective.at(point(moved), gradient);
      for (int i = 0; i < gradient.length; i++) gradient[i] *= stretch[i];
      return value;
    }
  }
}
