package dev.tandem.learning.training;

import dev.tandem.learning.LearnedModel;
import dev.tandem.learning.RankingModel;
import java.time.Clock;

/** Makes a model from judged sessions; the same sessions always give the same model. */
public interface ModelTrainer {

  /** The trainer that is used: see {@link HierarchicalTrainer}. */
  static ModelTrainer around(RankingModel prior, Clock clock) {
    return HierarchicalTrainer.around(prior, clock);
  }

  /**
   * @param version the name the model gets
   * @throws IllegalArgumentException when there is no session
   */
  LearnedModel train(TrainingSet set, String version);

  /** Like {@link #train}, on more sessions, with what was found out for a model of this trainer. */
  LearnedModel again(LearnedModel tuned, TrainingSet set, String version);
}
