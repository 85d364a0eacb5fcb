package dev.tandem.library.intake;

import dev.tandem.library.extraction.ExtractionStopped;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionException;

/**
 * Failures that say nothing about the file at hand. Who brings it is told by an exception and may
 * try again; a rejection would be final.
 */
final class Outage {
  private Outage() {}

  static boolean explains(RuntimeException failure) {
    return failure instanceof DataAccessResourceFailureException
        || failure instanceof TransactionException
        || failure instanceof ExtractionStopped;
  }
}
