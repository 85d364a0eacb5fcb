package dev.tandem.learning.training;

import dev.tandem.learning.LearnedModel;
import dev.tandem.learning.ModelRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A model that had to give way to the one in use: reps preferred that one, or a person chose it.
 * Prediction alone had said otherwise, so a new model that is hardly different would be tried
 * before them again; it has to be better than this one, too.
 */
record TurnedDown(LearnedModel model) {
  /** So long it counts: content, reps and deals change. */
  private static final Duration REMEMBERED = Duration.ofDays(90);

  private static final int DECISIONS = 1_000;

  /** The last one since the model in use was put to use. */
  static Optional<TurnedDown> lately(ModelRegistry registry, Instant now) {
    for (var decision : registry.history(DECISIONS)) {
      if (decision.at().isBefore(now.minus(REMEMBERED))) return Optional.empty();
      switch (decision.kind()) {
        case KEPT, CANARY -> {}
        case REJECTED -> {
          var rejected = registry.find(decision.version());
          if (rejected.isPresent()) return rejected.map(TurnedDown::new);
        }
        case ROLLED_BACK, CHOSEN -> {
          return registry.find(decision.before()).map(TurnedDown::new);
        }
        case PROMOTED -> {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  String named() {
    return model.version() + ", which was turned down";
  }
}
