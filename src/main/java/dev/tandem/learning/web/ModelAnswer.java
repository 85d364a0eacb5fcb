package dev.tandem.learning.web;

import dev.tandem.learning.ModelRegistry.Decision;
import dev.tandem.learning.experiments.HoldoutComparison;
import dev.tandem.learning.experiments.LiveResults.Found;
import dev.tandem.learning.training.TrainingSchedule.Status;
import dev.tandem.shared.Interval;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** How learning stands. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record ModelAnswer(
    String inUse,
    @Nullable String canary,
    Comparison comparison,
    Training training,
    List<Decided> decisions) {

  /**
   * What was found before reps.
   *
   * @param rival what is compared with the model in use, null for nothing
   * @param wins of the canary, or of the model in use where that was promoted
   * @param sessionsNeeded until it is sure, as things go; null where that cannot be said
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Comparison(
      @Nullable String rival,
      long wins,
      long losses,
      long ties,
      @Nullable Interval interval,
      @Nullable Long sessionsNeeded,
      @Nullable Rates holdout) {
    static Comparison of(Found found) {
      var preferences = found.preferences();
      var rival = found.rival();
      var needed = preferences.sessionsNeeded();
      return new Comparison(
          rival == null ? null : rival.model().version(),
          preferences.wins(),
          preferences.losses(),
          preferences.ties(),
          preferences.decisive() == 0 ? null : preferences.interval(),
          needed.isPresent() ? needed.getAsLong() : null,
          Rates.of(found.heldOut()));
    }
  }

  /** Slates that were used, of those seen: by the model in use, and on the held-out days. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Rates(
      long used, long seen, long heldOutUsed, long heldOutSeen, @Nullable Interval difference) {
    static @Nullable Rates of(@Nullable HoldoutComparison found) {
      return found == null
          ? null
          : new Rates(
              found.learned().successes(),
              found.learned().trials(),
              found.prior().successes(),
              found.prior().trials(),
              found.difference());
    }
  }

  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Training(
      boolean running,
      long eventsRead,
      long newEvents,
      @Nullable Instant nightly,
      @Nullable String lastResult,
      @Nullable String lastReason) {
    static Training of(Status status) {
      var last = status.last();
      return new Training(
          status.running(),
          status.read(),
          status.fresh(),
          status.nightly(),
          last == null ? null : last.result().name().toLowerCase(Locale.ROOT),
          last == null ? null : last.reason());
    }
  }

  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Decided(
      Instant at,
      String decision,
      String version,
      String before,
      String reason,
      @Nullable String by) {
    static Decided of(Decision decision) {
      var by = decision.by();
      return new Decided(
          decision.at(),
          decision.kind().name().toLowerCase(Locale.ROOT),
          decision.version(),
          decision.before(),
          decision.reason(),
          by == null ? null : by.value());
    }
  }
}
