package dev.tandem.library.labelling.smile;

import dev.tandem.library.labelling.LossMinimizer;
import org.springframework.stereotype.Component;
import smile.math.BFGS;
import smile.util.function.DifferentiableMultivariateFunction;

/** L-BFGS of Smile. */
@Component
public final class SmileLossMinimizer implements LossMinimizer {
  private static final int MEMORY = 10;
  private static final int MOST_STEPS = 60;

  /** Of the largest slope, relative to the loss. */
  private static final double TOLERANCE = 1e-4;

  @Override
  public double[] minimize(Loss loss, int dimensions) {
    var point = new double[dimensions];
    BFGS.minimize(new Smooth(loss), Math.min(MEMORY, dimensions), point, TOLERANCE, MOST_STEPS);
    return point;
  }

  private record Smooth(Loss loss) implements DifferentiableMultivariateFunction {
    @Override
    public double f(double[] point) {
      return loss.at(point, new double[point.length]);
    }

    @Override
    public double g(double[] point, double[] slope) {
      return loss.at(point, slope);
    }
  }
}
