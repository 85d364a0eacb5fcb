package dev.tandem.library.labelling;

/** The seam for the library that fits: finds where a smooth, convex loss is least. */
public interface LossMinimizer {

  interface Loss {
    /** The loss at a point; writes its slope there into {@code slope}. */
    double at(double[] point, double[] slope);
  }

  /** Starts at zero. */
  double[] minimize(Loss loss, int dimensions);
}
