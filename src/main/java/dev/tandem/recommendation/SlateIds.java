package dev.tandem.recommendation;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Names slates by UUIDs of version 7 (RFC 9562): unique, and in order of time. */
final class SlateIds {
  private static final long VERSION_7 = 0x7000L, VARIANT = 0x8000000000000000L;

  private SlateIds() {}

  static String next(Instant at) {
    var random = ThreadLocalRandom.current();
    long time = at.toEpochMilli() << 16 | VERSION_7 | random.nextLong() & 0x0FFF;
    long rest = VARIANT | random.nextLong() & 0x3FFFFFFFFFFFFFFFL;
    return new UUID(time, rest).toString();
  }
}
