package dev.tandem.library.extraction.isolation;

import dev.tandem.library.extraction.ExtractionOutcome.Reason;

/** The worker gave no answer and is gone. */
final class WorkerLost extends Exception {
  private static final long serialVersionUID = 1;
  private final Reason reason;

  WorkerLost(Reason reason, String details) {
    super(details, null, false, false);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
