package dev.tandem.learning.training.smile;

import dev.tandem.learning.training.Minimizer;
import java.util.Arrays;
import smile.math.BFGS;
import smile.util.function.DifferentiableMultivariateFunction;

/**
 * L-BFGS of Smile. Dimensions are stretched by their scale first, so that a rare cause and a
 * frequent one are learned in about as many steps.
 */
public final class SmileMinimizer implements Minimizer {
  private static final int MEMORY = 30;

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

  /** Smile asks for the value and the slope at a point one after the other; one pass tells both. */
  private static final class Stretched implements DifferentiableMultivariateFunction {
    private final Objective objective;
    private final double[] start;
    private final double[] stretch;
    private final double[] slope;
    private double[] last = {};
    private double value;

    Stretched(Objective objective, double[] start, double[] stretch) {
      this.objective = objective;
      this.start = start;
      this.stretch = stretch;
      this.slope = new double[start.length];
    }

    double[] point(double[] moved) {
      var point = new double[moved.length];
      for (int i = 0; i < point.length; i++) point[i] = start[i] + stretch[i] * moved[i];
      return point;
    }

    @Override
    public double f(double[] moved) {
      if (Arrays.equals(moved, last)) return value;
      value = objective.at(point(moved), slope);
      for (int i = 0; i < slope.length; i++) slope[i] *= stretch[i];
      last = moved.clone();
      return value;
    }

    @Override
    public double g(double[] moved, double[] gradient) {
      f(moved);
      System.arraycopy(slope, 0, gradient, 0, slope.length);
      return value;
    }
  }
}
