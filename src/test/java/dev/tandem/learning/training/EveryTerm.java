package dev.tandem.learning.training;

import dev.tandem.learning.LearnedModel;
import dev.tandem.learning.LinearPrior;
import java.time.Clock;

/** Trains with all that a model can hold switched on, whether it predicts anything or not. */
public final class EveryTerm {
  private EveryTerm() {}

  public static LearnedModel of(TrainingSet log) {
    return HierarchicalTrainer.around(new LinearPrior(), Clock.systemUTC())
        .fit(log, new Shrinkage(0.5, 0.2, 0.6, 0.5, 0.5, 0.4, 0.3), "with every term");
  }
}
