package dev.tandem.learning.training;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When and on how much the server trains.
 *
 * @param scheduled whether it trains by itself
 * @param nightlyHour hour of the day, 0 to 23, from which on it trains once when anything is new
 * @param afterEvents it trains at any time once so many events are new
 * @param mostSessions so many of the newest slates are learned from
 * @param mostEvents so many of the newest events are read
 */
@ConfigurationProperties("tandem.learning")
record LearningSettings(
    @DefaultValue("true") boolean scheduled,
    @DefaultValue("2") int nightlyHour,
    @DefaultValue("2000") long afterEvents,
    @DefaultValue("20000") int mostSessions,
    @DefaultValue("1000000") long mostEvents) {
  LearningSettings {
    if (nightlyHour < 0 || nightlyHour > 23)
      throw new IllegalArgumentException("tandem.learning.nightly-hour: from 0 to 23");
    if (afterEvents < 1 || mostSessions < 100 || mostEvents < 1000)
      throw new IllegalArgumentException(
          "tandem.learning: after-events from 1, most-sessions from 100, most-events from 1000");
  }
}
