package dev.tandem.learning.training;

import dev.tandem.feedback.FeedbackEvent.Surface;
import dev.tandem.identity.UserId;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A slate with what became of the items that were seen.
 *
 * @param sequence its place in the log; sessions are ordered by it, not by clocks that may be off
 */
public record Session(long sequence, Instant at, Surface surface, UserId rep, List<Judged> items) {
  public Session {
    items = List.copyOf(items);
  }

  Session with(UnaryOperator<Judged> change) {
    return new Session(sequence, at, surface, rep, items.stream().map(change).toList());
  }
}
