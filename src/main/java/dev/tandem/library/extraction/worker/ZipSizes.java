package dev.tandem.library.extraction.worker;

import java.io.IOException;
import java.util.zip.ZipFile;

/**
 * Refuses a zip bomb by what its directory admits, before time and memory go into it. A directory
 * may lie; the readers count what they really unpack.
 */
final class ZipSizes {
  private static final long SUSPICIOUS_BYTES = 20L << 20;
  private static final int SUSPICIOUS_RATIO = 100;
  private static final long MOST_BYTES = 2L << 30;

  private ZipSizes() {}

  static void refuseBombs(SourceFile file) throws IOException {
    try (var zip = new ZipFile(file.path().toFile())) {
      long total = 0;
      for (var entries = zip.entries(); entries.hasMoreElements(); ) {
        var entry = entries.nextElement();
        total += Math.max(0, entry.getSize());
        boolean inflates =
            entry.getSize() > SUSPICIOUS_BYTES
                && entry.getSize() / SUSPICIOUS_RATIO > entry.getCompressedSize();
        if (inflates || total > MOST_BYTES) {
          throw new ExpandsTooMuch();
        }
      }
    }
  }
}
