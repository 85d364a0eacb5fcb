package dev.tandem.learning.training;

import dev.tandem.feedback.FeedbackLog;
import dev.tandem.learning.ModelRegistry;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Component;

/** When the server trains next, for people to know. */
@Component
public class TrainingPlan {
  private final ModelRegistry registry;
  private final FeedbackLog log;
  private final LearningSettings settings;
  private final Clock clock;

  TrainingPlan(ModelRegistry registry, FeedbackLog log, LearningSettings settings, Clock clock) {
    this.registry = registry;
    this.log = log;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * @param scheduled false where training by itself is switched off
   * @param night when it trains in any case, if anything is new by then
   * @param fresh events since the last training
   * @param enough events from which on it trains without waiting for the night
   */
  public record Next(boolean scheduled, ZonedDateTime night, long fresh, long enough) {}

  public Next next() {
    long seen = registry.history(1).stream().mapToLong(d -> d.logSequence()).findFirst().orElse(0);
    var now = ZonedDateTime.now(clock);
    var night = now.with(LocalTime.of(settings.nightlyHour(), 0));
    if (!night.isAfter(now)) night = night.plusDays(1);
    return new Next(
        settings.scheduled(), night, log.latestSequence() - seen, settings.afterEvents());
  }
}
