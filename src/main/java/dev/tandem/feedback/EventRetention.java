package dev.tandem.feedback;

import java.time.Instant;
import java.util.Optional;

/**
 * Deletes old events for good and keeps counts of them: the log is append-only but for this and for
 * the pseudonyms of people who were forgotten (ADR-0012).
 */
public interface EventRetention {

  RetentionPeriods periods();

  /** Holds from the next run on; what is gone does not come back. */
  void set(RetentionPeriods periods);

  /** How many events the periods would delete now. */
  long due();

  /**
   * Deletes what is due and every reader has taken in; a nightly run does so, too.
   *
   * @return how many events were deleted
   */
  long run();

  Optional<Run> lastRun();

  /** How many deleted events are kept as counts. */
  long keptAsCounts();

  record Run(Instant at, long deleted) {}
}
