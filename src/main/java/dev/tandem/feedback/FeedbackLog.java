package dev.tandem.feedback;

import java.util.List;
import java.util.Optional;

/**
 * The append-only event log. Only time and the wish of a person take anything out of it, see {@link
 * EventRetention} and ADR-0012.
 */
public interface FeedbackLog {

  /**
   * Writes the events that are valid and new. They are on disk when this returns; one bad event
   * does not keep the others out.
   */
  AppendResult append(List<? extends FeedbackEvent> events);

  default AppendResult append(FeedbackEvent event) {
    return append(List.of(event));
  }

  /** At most {@code limit} events behind the cursor, in the order in which they were written. */
  List<LoggedEvent> after(long sequence, int limit);

  /** The event of this key, also when it was retracted later. */
  Optional<LoggedEvent> find(String key);

  /** The sequence of the newest event; 0 for an empty log. */
  long latestSequence();

  /** An event with its place in the log. */
  record LoggedEvent(long sequence, FeedbackEvent event) {}
}
