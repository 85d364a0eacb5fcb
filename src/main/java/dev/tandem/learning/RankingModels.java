package dev.tandem.learning;

import java.util.Optional;

/** Which model ranks. */
public interface RankingModels {

  /** The one in use: a learned one once it was promoted, the prior before. */
  default RankingModel inUse() {
    return learned().orElseGet(this::prior);
  }

  /** What ranks before anything is learned. */
  RankingModel prior();

  /** The learned model that was promoted last; empty before the first promotion. */
  Optional<RankingModel> learned();

  /**
   * What the model in use is compared with before reps: a canary, or after a promotion the model
   * before; empty where there is nothing to compare, as after a person's choice.
   */
  default Optional<Rival> rival() {
    return Optional.empty();
  }
}
