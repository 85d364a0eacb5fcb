package dev.tandem.benchmark;

import dev.tandem.learning.RankingModel;
import dev.tandem.learning.ScoredBy;
import dev.tandem.learning.training.TrainingSet;

/** A learner of rows, put to deals. */
record OnRows(RowLearner learner) implements Learner {
  @Override
  public String name() {
    return learner.name();
  }

  @Override
  public RankingModel learn(TrainingSet log, long seed) {
    var rows = new DealRows(log);
    var score = learner.learn(rows.of(log), seed);
    return new ScoredBy(name(), example -> score.applyAsDouble(rows.row(example)));
  }
}
