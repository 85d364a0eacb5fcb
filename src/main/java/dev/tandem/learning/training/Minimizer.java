package dev.tandem.learning.training;

/** Finds the lowest point of a smooth function: the seam to whatever library does it. */
public interface Minimizer {

  /**
   * @param start where to begin; not changed
   * @param scale by dimension, about the inverse of the second derivative, above 0
   * @return where the function is lowest, as far as it was found
   */
  double[] minimize(Objective objective, double[] start, double[] scale);

  /** A function with its gradient. */
  interface Objective {

    /** The value at a point; writes the gradient into the second argument. */
    double at(double[] point, double[] gradient);
  }
}
