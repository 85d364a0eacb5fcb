package dev.tandem.library.extraction.worker;

import dev.tandem.library.extraction.ExtractionOutcome.Reason;

/** A reader found out that there is nothing to read; ends in an outcome, never in a log. */
final class UnreadableFile extends Exception {
  private static final long serialVersionUID = 1;
  private final Reason reason;
  private final String sentence;

  UnreadableFile(Reason reason, String sentence) {
    super(sentence, null, false, false);
    this.reason = reason;
    this.sentence = sentence;
  }

  Reason reason() {
    return reason;
  }

  String sentence() {
    return sentence;
  }
}
