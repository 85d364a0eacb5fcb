package dev.tandem.library.extraction.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tandem.library.extraction.ExtractionOutcome.Extracted;
import dev.tandem.library.extraction.ExtractionOutcome.Reason;
import dev.tandem.library.extraction.ExtractionOutcome.Unreadable;
import dev.tandem.library.extraction.ExtractionRequest;
import dev.tandem.library.extraction.ExtractionStopped;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class IsolationTest {
  private final IsolatedTextExtractor extractor =
      new IsolatedTextExtractor(
          new ExtractionSettings(
              2,
              DataSize.ofMegabytes(128),
              Duration.ofSeconds(60),
              DataSize.ofMegabytes(1),
              2_000_000,
              3));

  @TempDir Path folder;

  @AfterEach
  void close() {
    extractor.close();
    assertThat(workers()).isEmpty();
  }

  @Test
  void aWorkerThatWasKilledIsReplacedWithoutLosingAFile() throws Exception {
    assertThat(extract("a.txt")).isInstanceOf(Extracted.class);
    assertThat(workers()).hasSize(1);
    workers().forEach(ProcessHandle::destroyForcibly);
    assertThat(extract("b.txt")).isInstanceOf(Extracted.class);
  }

  @Test
  void aFileThatTakesTooLongIsGivenUpAndTheNextOneIsRead() throws Exception {
    extract("warm-up.txt");
    var slow = Files.writeString(folder.resolve("slow.html"), "<b><i>".repeat(100_000) + "x");
    var outcome =
        extractor.extract(slow, new ExtractionRequest("slow.html", Duration.ofMillis(1), null));
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Unreadable.class, it -> assertThat(it.reason()).isEqualTo(Reason.TIMEOUT));
    assertThat(extract("next.txt")).isInstanceOf(Extracted.class);
  }

  @Test
  void workersAreReusedAndReplacedAfterTheirNumberOfFiles() throws Exception {
    extract("1.txt");
    var first = workers();
    extract("2.txt");
    assertThat(workers()).containsAll(first);
    for (int i = 3; i <= 8; i++) {
      assertThat(extract(i + ".txt")).isInstanceOf(Extracted.class);
    }
    assertThat(workers()).doesNotContainAnyElementsOf(first).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void manyFilesAtOnceShareTheWorkers() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Object>> files =
          IntStream.range(0, 12)
              .<Callable<Object>>mapToObj(i -> () -> extract("many" + i + ".txt"))
              .toList();
      for (var outcome : threads.invokeAll(files)) {
        assertThat(outcome.get()).isInstanceOf(Extracted.class);
      }
    }
    assertThat(workers()).hasSizeLessThanOrEqualTo(2);
  }

  /**
   * Else an idle worker would hold two carriers of virtual threads. The JDK replaces them, but only
   * until their stand-ins have been idle for half a minute: on two processors no request was
   * answered after that.
   */
  @Test
  void pipesAreReadByThreadsOfTheirOwn() throws Exception {
    extract("a.txt");
    assertThat(Thread.getAllStackTraces().keySet()) // lists no virtual threads
        .extracting(Thread::getName)
        .contains("extraction-replies", "extraction-log");
  }

  @Test
  void aFileAboveTheLimitIsNotEvenOpened() throws Exception {
    var large = Files.write(folder.resolve("large.pdf"), new byte[(1 << 20) + 1]);
    assertThat(extractor.extract(large, ExtractionRequest.named("large.pdf")))
        .isInstanceOfSatisfying(
            Unreadable.class, it -> assertThat(it.reason()).isEqualTo(Reason.TOO_LARGE));
    assertThat(workers()).isEmpty();
  }

  @Test
  void aWorkerEndsAndTidiesUpWhenTheExtractorIsClosed() throws Exception {
    extract("a.txt");
    var worker = workers().getFirst();
    extractor.close();
    assertThat(worker.isAlive()).isFalse();
    assertThatThrownBy(() -> extract("b.txt"))
        .as("nothing is said about the file")
        .isInstanceOf(ExtractionStopped.class);
  }

  @Test
  void aWorkerWhosePipeClosesEndsByItself() throws Exception {
    var own = Files.createDirectory(folder.resolve("worker"));
    var process = WorkerCommand.in(own, DataSize.ofMegabytes(128)).start();
    try (OutputStream ignored = process.getOutputStream()) {
      assertThat(process.isAlive()).isTrue();
    }
    await().atMost(Duration.ofSeconds(60)).until(() -> !process.isAlive());
    assertThat(process.exitValue()).isZero();
  }

  private Object extract(String name) throws Exception {
    var file = Files.writeString(folder.resolve(name), "Words to be read in " + name);
    return extractor.extract(file, ExtractionRequest.named(name));
  }

  private static List<ProcessHandle> workers() {
    return ProcessHandle.current().children().filter(ProcessHandle::isAlive).toList();
  }
}
