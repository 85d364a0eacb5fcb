package dev.tandem.insight;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Lets work in the background take a small part of the time only: after each turn it rests so many
 * times as long as the turn took. For one thread.
 */
final class Pace {
  private final LongSupplier nanos;
  private final int rest;
  private final long longest;
  private long until;

  /**
   * @param nanos a clock that only goes forward, such as {@link System#nanoTime}
   * @param rest in turns
   * @param longest no rest takes longer
   */
  Pace(LongSupplier nanos, int rest, Duration longest) {
    this.nanos = nanos;
    this.rest = rest;
    this.longest = longest.toNanos();
    this.until = nanos.getAsLong();
  }

  /** Does the work, or nothing while it rests. Work that fails rests as well. */
  void run(Runnable work) {
    long start = nanos.getAsLong();
    if (start - until < 0) return;
    try {
      work.run();
    } finally {
      long end = nanos.getAsLong();
      until = end + Math.min(longest, rest * (end - start));
    }
  }
}
