package dev.tandem.learning;

import dev.tandem.taxonomy.JourneyStage;
import org.jspecify.annotations.Nullable;

/** Rows of tables by stage of the buyer; the last one is for an unknown stage. */
final class StageRows {
  static final int COUNT = JourneyStage.values().length + 1;

  private StageRows() {}

  static int of(@Nullable JourneyStage stage) {
    return stage == null ? COUNT - 1 : stage.ordinal();
  }

  /** Throws {@link IllegalArgumentException} when there is no such stage. */
  static int of(String id) {
    for (var stage : JourneyStage.values()) if (stage.id().equals(id)) return stage.ordinal();
    throw new IllegalArgumentException("no such stage: " + id);
  }
}
