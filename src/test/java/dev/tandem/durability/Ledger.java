package dev.tandem.durability;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * What was sent, and what of it was acknowledged. What got no answer is sent again in the next life
 * of the server, as any careful client would.
 */
final class Ledger<T> {
  private final Supplier<T> source;
  private final Queue<T> sent = new ConcurrentLinkedQueue<>();
  private final Queue<T> unanswered = new ConcurrentLinkedQueue<>();
  private final Queue<T> acknowledged = new ConcurrentLinkedQueue<>();

  Ledger(Supplier<T> source) {
    this.source = source;
  }

  /** What is to be sent next: first what got no answer. */
  T next() {
    var again = unanswered.poll();
    if (again != null) return again;
    var fresh = source.get();
    sent.add(fresh);
    return fresh;
  }

  void acknowledge(T one) {
    acknowledged.add(one);
  }

  void noAnswer(T one) {
    unanswered.add(one);
  }

  boolean owesAnswers() {
    return !unanswered.isEmpty();
  }

  List<T> sent() {
    return List.copyOf(sent);
  }

  List<T> acknowledged() {
    return List.copyOf(acknowledged);
  }
}
