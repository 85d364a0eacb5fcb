package dev.tandem.benchmark;

import java.util.function.ToDoubleFunction;

/** A learner that ranks rows of numbers. */
interface RowLearner {
  String name();

  /**
   * @return scores a row; higher is better
   */
  ToDoubleFunction<double[]> learn(RowLog log, long seed);
}
