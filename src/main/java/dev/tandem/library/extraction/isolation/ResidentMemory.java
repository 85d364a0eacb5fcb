package dev.tandem.library.extraction.isolation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process really occupies; known on Linux only, elsewhere the limit of the heap must do. */
final class ResidentMemory {
  private ResidentMemory() {}

  /** In bytes; zero where it is not known. */
  static long of(long pid) {
    try {
      for (var line : Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status"))) {
        if (line.startsWith("VmRSS:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) << 10;
        }
      }
    } catch (IOException notLinuxOrGone) {
      return 0;
    }
    return 0;
  }
}
