package dev.tandem.benchmark;

import java.util.List;

/** {@link LearningBenchmark} with everything that is compared beside. */
final class RivalBenchmark {
  private RivalBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    LearningBenchmark.run(
        arguments,
        List.of(
            new SmileLogistic(false),
            new SmileLogistic(true),
            new SmileTrees(true),
            new SmileTrees(false),
            new Xgboost(false),
            new Xgboost(true),
            new Lightgbm(false),
            new Lightgbm(true)));
  }
}
