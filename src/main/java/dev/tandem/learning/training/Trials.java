package dev.tandem.learning.training;

import dev.tandem.learning.LearnedModel;
import dev.tandem.learning.RankingModel;
import dev.tandem.learning.training.PromotionGate.Trial;
import java.util.List;

/**
 * What a new model is tested on. A long log holds out its newest sessions. A short one is tested
 * twice, each time on what came later, so that a few hundred sessions can prove something.
 */
public final class Trials {
  private static final int SHORT_LOG = 3_000;
  private static final double HELD_OUT = 0.25;
  private static final int MOST_HELD_OUT = 2_000;

  /** A trial of fewer sessions cannot be calibrated on one half for the other. */
  private static final int LEAST_OF_A_TRIAL = 20;

  private Trials() {}

  /** The place of the first held-out session: none that the model in use was trained on. */
  public static int firstHeldOut(TrainingSet set, RankingModel inUse) {
    int size = set.size();
    int first =
        size <= SHORT_LOG ? size / 2 : size - Math.min(MOST_HELD_OUT, (int) (HELD_OUT * size));
    if (!(inUse instanceof LearnedModel learned)) return first;
    long seen = learned.document().trained().lastSequence();
    while (first < size && set.sessions().get(first).sequence() <= seen) first++;
    return first;
  }

  /**
   * Trains for each trial; the last one holds the model that learned most.
   *
   * @param first place of the first held-out session, above 0 and below the size
   */
  public static List<Trial> of(ModelTrainer trainer, TrainingSet set, int first, String version) {
    int size = set.size();
    int middle = first + (size - first) / 2;
    if (size > SHORT_LOG || size - middle < LEAST_OF_A_TRIAL || middle - first < LEAST_OF_A_TRIAL)
      return List.of(trial(trainer, set, first, size, version));
    return List.of(
        trial(trainer, set, first, middle, version), trial(trainer, set, middle, size, version));
  }

  private static Trial trial(
      ModelTrainer trainer, TrainingSet set, int from, int to, String version) {
    return new Trial(trainer.train(set.part(0, from), version), set.part(from, to));
  }
}
