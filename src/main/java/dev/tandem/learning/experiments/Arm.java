package dev.tandem.learning.experiments;

import dev.tandem.learning.RankingModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What orders one slate, and what it is an example of. */
public sealed interface Arm {

  /** How the log names it; null where nothing is compared or tried out. */
  @Nullable String name();

  /** The model that ranks, or that leads where two do. */
  RankingModel model();

  /** All that rank. */
  default List<RankingModel> models() {
    return List.of(model());
  }

  /** In [0, 1): which of the possible orders it will be. */
  default double lot() {
    return 0;
  }

  /** One model orders all of it: the one in use, or the prior where it is held out. */
  record Plain(RankingModel model, @Nullable String name) implements Arm {}

  /**
   * The model in use, and perhaps something that is tried out at one place.
   *
   * @param share the probability of that
   */
  record Exploring(RankingModel model, double share, double lot) implements Arm {
    @Override
    public String name() {
      return ArmName.IN_USE;
    }
  }

  /** Two models pick in turn. */
  record Interleaved(RankingModel model, RankingModel rival, double lot) implements Arm {
    @Override
    public String name() {
      return ArmName.INTERLEAVED + rival.version();
    }

    @Override
    public List<RankingModel> models() {
      return List.of(model, rival);
    }
  }
}
