package dev.tandem.shared;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.LongConsumer;

/** What the server does later in the background, and a command does before it ends. */
public interface PendingWork {

  /** What is counted, for people, such as {@code assets read for their meaning}. */
  String unit();

  /** Does the part that takes no hours: texts are found by their words after it. */
  void catchUp();

  /** Does it all; tells now and then how many are done. */
  void finish(LongConsumer progress);

  /** Why some of it cannot be done here, and what to do, as a sentence; empty where all can. */
  default Optional<String> leftUndone() {
    return Optional.empty();
  }

  /**
   * Does it before a command ends, and tells how far it is and what cannot be done.
   *
   * @return whether all was done
   */
  default boolean finish(PrintWriter err) {
    finish(new ProgressLine(err, unit())::at);
    leftUndone().ifPresent(err::println);
    return leftUndone().isEmpty();
  }
}
