package dev.tandem.library.extraction.isolation;

import dev.tandem.library.extraction.ExtractionOutcome;
import dev.tandem.library.extraction.ExtractionOutcome.Extracted;
import dev.tandem.library.extraction.ExtractionOutcome.Reason;
import dev.tandem.library.extraction.ExtractionOutcome.Unreadable;
import dev.tandem.library.extraction.ExtractionRequest;
import dev.tandem.library.extraction.ExtractionStopped;
import dev.tandem.library.extraction.TextExtractor;
import dev.tandem.library.extraction.worker.WorkerReply;
import dev.tandem.library.extraction.worker.WorkerRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands every file to a child process, so that none can take the server down. */
public final class IsolatedTextExtractor implements TextExtractor, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IsolatedTextExtractor.class);

  /** A place for a worker; the worker is started when the first file comes. */
  private static final class Seat {
    private @Nullable WorkerProcess worker;

    private void vacate() {
      if (worker != null) {
        worker.close();
        worker = null;
      }
    }
  }

  private final ExtractionSettings settings;
  private final BlockingQueue<Seat> seats;
  private final AtomicLong ids = new AtomicLong(WorkerReply.READY);
  private volatile boolean closed;

  public IsolatedTextExtractor(ExtractionSettings settings) {
    this.settings = settings;
    this.seats = new ArrayBlockingQueue<>(settings.workers());
    for (int i = 0; i < settings.workers(); i++) {
      seats.add(new Seat());
    }
  }

  @Override
  public ExtractionOutcome extract(Path file, ExtractionRequest request) {
    var refusal = refusal(file);
    if (refusal != null) {
      return refusal;
    }
    var timeout = request.timeout() == null ? settings.timeout() : request.timeout();
    int maxCharacters =
        request.maxCharacters() == null ? settings.maxCharacters() : request.maxCharacters();
    var task =
        WorkerRequest.extract(
            ids.incrementAndGet(),
            file.toAbsolutePath().toString(),
            request.fileName(),
            maxCharacters);
    try {
      var reply = ask(task, timeout);
      if (reply.text() != null) {
        return new Extracted(reply.text());
      } else if (reply.reason() != null && reply.message() != null) {
        return new Unreadable(reply.reason(), reply.message());
      }
      return lost(Reason.WORKER_CRASHED, timeout);
    } catch (WorkerLost e) {
      if (closed) {
        throw new ExtractionStopped();
      }
      LOG.warn("Worker ended with {} ({})", e.reason(), e.getMessage());
      return lost(e.reason(), timeout);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ExtractionStopped();
    }
  }

  @Override
  public Optional<byte[]> preview(Path file, int maxWidth) {
    if (maxWidth < 16 || maxWidth > 4_000) {
      throw new IllegalArgumentException("maxWidth outside 16 to 4,000 pixels: " + maxWidth);
    }
    if (refusal(file) != null) {
      return Optional.empty();
    }
    var task =
        WorkerRequest.preview(ids.incrementAndGet(), file.toAbsolutePath().toString(), maxWidth);
    try {
      return Optional.ofNullable(ask(task, settings.timeout()).png());
    } catch (WorkerLost e) {
      LOG.info("No preview: worker ended with {} ({})", e.reason(), e.getMessage());
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** What can be said without opening the file; a pipe or a device must not even be opened. */
  private @Nullable Unreadable refusal(Path file) {
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || !Files.isReadable(file)) {
        return new Unreadable(
            Reason.NOT_A_READABLE_FILE,
            "This is not a file that can be opened (a folder, a link, missing, or without permission)."
                + " Add the file itself.");
      }
      long size = Files.size(file);
      if (size == 0) {
        return new Unreadable(
            Reason.EMPTY, "The file is empty (0 bytes). Save or download it again.");
      }
      if (size > settings.maxFileSize().toBytes()) {
        return new Unreadable(
            Reason.TOO_LARGE,
            "The file has %,d MB, more than the limit of %,d MB. Make it smaller, for example by compressing its pictures, or add a link to it."
                .formatted((size >> 20) + 1, settings.maxFileSize().toMegabytes()));
      }
      return null;
    } catch (IOException | SecurityException e) {
      return new Unreadable(
          Reason.NOT_A_READABLE_FILE, "The file cannot be opened. Check that it still exists.");
    }
  }

  /**
   * Asks a worker. One that dies over its first file died of it; one that has read others may have
   * been worn out or killed, so the file gets a second chance with a fresh one.
   */
  private WorkerReply ask(WorkerRequest request, Duration timeout)
      throws WorkerLost, InterruptedException {
    var seat = seats.take();
    try {
      var worker = seated(seat);
      boolean fresh = worker.filesRead() == 0;
      try {
        return worker.ask(request, timeout);
      } catch (WorkerLost e) {
        seat.vacate();
        if (fresh || e.reason() == Reason.TIMEOUT) {
          throw e;
        }
        return seated(seat).ask(request, timeout);
      }
    } catch (WorkerLost | InterruptedException e) {
      seat.vacate();
      throw e;
    } finally {
      if (closed) {
        seat.vacate();
      }
      seats.add(seat);
    }
  }

  private WorkerProcess seated(Seat seat) throws WorkerLost, InterruptedException {
    if (closed) {
      throw new WorkerLost(Reason.WORKER_CRASHED, "the extractor is closed");
    }
    var worker = seat.worker;
    if (worker != null && worker.isAlive() && worker.filesRead() < settings.filesPerWorker()) {
      return worker;
    }
    seat.vacate();
    try {
      var started = WorkerProcess.start(settings);
      seat.worker = started;
      return started;
    } catch (IOException e) {
      throw new WorkerLost(Reason.WORKER_CRASHED, "could not be started: " + e);
    }
  }

  private static Unreadable lost(Reason reason, Duration timeout) {
    return new Unreadable(
        reason,
        switch (reason) {
          case TIMEOUT ->
              "Reading was stopped after %d seconds: the file is too complicated or damaged. Save it again, or export it as a PDF."
                  .formatted(Math.max(1, timeout.toSeconds()));
          case OUT_OF_MEMORY ->
              "The file needs more memory than a reader may take. Split it into smaller files, or export it as a PDF.";
          default ->
              "The reader broke down over this file. Save it again from its own program; if it happens again, tell your administrator.";
        });
  }

  /** Ends all workers, also those in the middle of a file. */
  @Override
  public void close() {
    closed = true;
    for (var seat : seats) {
      seat.vacate();
    }
  }
}
