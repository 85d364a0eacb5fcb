package dev.tandem.feedback;

import dev.tandem.taxonomy.JourneyStage;
import org.jspecify.annotations.Nullable;

/** Where a deal stood when something happened; both parts may be unknown. */
record Circumstance(@Nullable JourneyStage stage, @Nullable String industry) {
  static final Circumstance UNKNOWN = new Circumstance(null, null);
}
