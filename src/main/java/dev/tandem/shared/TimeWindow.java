package dev.tandem.shared;

import java.time.Duration;
import java.time.Instant;

/** The time from {@code from} (included) to {@code to} (not included). */
public record TimeWindow(Instant from, Instant to) {
  public TimeWindow {
    if (to.isBefore(from))
      throw new IllegalArgumentException("window ends before it starts: " + from + " … " + to);
  }

  public boolean contains(Instant instant) {
    return !instant.isBefore(from) && instant.isBefore(to);
  }

  /** The window of the same length that ends where this one starts. */
  public TimeWindow before() {
    return new TimeWindow(from.minus(Duration.between(from, to)), from);
  }
}
