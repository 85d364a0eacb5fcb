package dev.tandem.benchmark;

import dev.tandem.learning.RankingModel;
import dev.tandem.learning.training.TrainingSet;

/** Something that is compared: it sees a log, and ranks from then on. */
interface Learner {
  String name();

  RankingModel learn(TrainingSet log, long seed);

  /** How it chooses while it is still learning: as it ranks, unless it explores in a way. */
  default RankingModel explore(TrainingSet log, long seed) {
    return learn(log, seed);
  }
}
