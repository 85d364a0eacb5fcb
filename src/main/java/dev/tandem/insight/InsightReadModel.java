package dev.tandem.insight;

import java.util.function.LongConsumer;

/** What the reports are read from: a copy of the feedback log that can be made anew at any time. */
public interface InsightReadModel {

  /**
   * Forgets everything and reads the log from its start. The result is the same as that of
   * following step by step; reports wait meanwhile.
   *
   * @param progress hears the sequence of the event it has come to
   * @return the sequence of the last event
   */
  long rebuild(LongConsumer progress);
}
