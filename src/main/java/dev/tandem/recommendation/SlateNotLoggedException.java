package dev.tandem.recommendation;

import org.jspecify.annotations.Nullable;

/**
 * A slate was composed but could not be written to the feedback log, so it must not be shown:
 * nothing could ever be learned from it, and every number about it would be wrong.
 */
public class SlateNotLoggedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  SlateNotLoggedException(String why, @Nullable Throwable cause) {
    super("The recommendations could not be recorded, so they are not shown: " + why, cause);
  }
}
