package dev.tandem.shared;

import java.time.Duration;

/** Waits, since somebody asked for it; ends early when the program stops. */
@FunctionalInterface
public interface Pause {
  /**
   * @return false when the program stops
   */
  boolean take(Duration duration);
}
