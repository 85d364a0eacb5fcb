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
 * @param observed whether the log holds the features that the slate was chosen by; if not, what was
 *     shown may have been chosen by something that nobody knows here
 */
public record Session(
    long sequence, Instant at, Surface surface, UserId rep, List<Judged> items, boolean observed) {
  public Session {
    items = List.copyOf(items);
  }

  Session with(UnaryOperator<Judged> change) {
    return new Session(sequence, at, surface, rep, items.stream().map(change).toList(), observed);
  }
}
