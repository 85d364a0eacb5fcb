package dev.tandem.library.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.library.extraction.ExtractionOutcome.Extracted;
import dev.tandem.library.extraction.ExtractionOutcome.Unreadable;
import dev.tandem.library.extraction.isolation.ExtractionSettings;
import dev.tandem.library.extraction.isolation.IsolatedTextExtractor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class HostileFilesTest {
  private static final long SLOW = 3;

  @TempDir Path folder;

  @Test
  void everyHostileFileEndsInAClearOutcomeAndNothingLeaksOrBreaks() throws Exception {
    var files = HostileFiles.writeTo(Files.createDirectory(folder.resolve("inbox")));
    assertThat(files).hasSizeGreaterThanOrEqualTo(100);
    var settings =
        new ExtractionSettings(
            1,
            DataSize.ofMegabytes(384),
            Duration.ofSeconds(15),
            DataSize.ofMegabytes(100),
            2_000_000,
            500);
    var counts = new TreeMap<String, Integer>();
    var wrong = new ArrayList<String>();
    var slow = new ArrayList<String>();
    long callerGrowth;
    try (var extractor = new IsolatedTextExtractor(settings)) {
      long before = usedHeap();
      for (var file : files) {
        long start = System.nanoTime();
        var outcome =
            extractor.extract(
                file.path(), ExtractionRequest.named(file.path().getFileName().toString()));
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        var name = file.path().getFileName() + " (" + seconds + " s)";
        counts.merge(kind(outcome), 1, Integer::sum);
        if (seconds >= SLOW) {
          slow.add(name + " " + kind(outcome));
        }
        switch (outcome) {
          case Extracted(var text) -> {
            if (!file.mayBeRead()) {
              wrong.add(name + ": read, but " + file.reasons() + " expected");
            }
            if ((text + "").contains(HostileFiles.SECRET)) {
              wrong.add(name + ": gives away the secret");
            }
            if (text.text().indexOf('\0') >= 0 || text.text().length() > 2_100_000) {
              wrong.add(name + ": text not clean or too long");
            }
          }
          case Unreadable(var reason, var message) -> {
            if (!file.reasons().contains(reason)) {
              wrong.add(name + ": " + reason + " " + message);
            }
            if (message.length() < 30 || message.contains("Exception")) {
              wrong.add(name + ": unclear: " + message);
            }
          }
        }
      }
      callerGrowth = usedHeap() - before;
      var last = Files.writeString(folder.resolve("last.txt"), "After all that, still reading.");
      assertThat(extractor.extract(last, ExtractionRequest.named("last.txt")))
          .isInstanceOf(Extracted.class);
    }
    System.out.println(files.size() + " hostile files: " + counts + ", slow: " + slow);
    assertThat(wrong).isEmpty();
    assertThat(callerGrowth).as("heap kept by the caller").isLessThan(64L << 20);
    assertThat(Path.of("/tmp/tandem-traversal.txt")).doesNotExist();
  }

  private static String kind(ExtractionOutcome outcome) {
    return switch (outcome) {
      case Extracted(var text) -> text.truncated() ? "READ, CUT OFF" : "READ";
      case Unreadable(var reason, var message) -> reason.name();
    };
  }

  private static long usedHeap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
