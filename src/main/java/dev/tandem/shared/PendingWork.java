package dev.tandem.shared;

import java.util.function.LongConsumer;

/** What the server does later in the background, and a command does before it ends. */
public interface PendingWork {

  /** What is counted, for people, such as {@code assets read for their meaning}. */
  String unit();

  /** Does it all; tells now and then how many are done. */
  void finish(LongConsumer progress);
}
