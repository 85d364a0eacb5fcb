package dev.tandem.library.extraction.isolation;

import dev.tandem.library.extraction.ExtractionOutcome.Reason;
import dev.tandem.library.extraction.worker.Frames;
import dev.tandem.library.extraction.worker.WorkerReply;
import dev.tandem.library.extraction.worker.WorkerRequest;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** One child process with its pipes and its folder; used by one thread at a time. */
final class WorkerProcess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);
  private static final Duration START = Duration.ofSeconds(90);
  private static final long WATCH_MILLIS = 200;

  /** Beside the heap: classes, stacks, fonts, compiled code. */
  private static final long BESIDE_HEAP_BYTES = 512L << 20;

  private static final int LINES_KEPT = 15;

  private final Process process;
  private final Path folder;
  private final DataOutputStream requests;
  private final long maxResidentBytes;
  private final BlockingQueue<WorkerReply> replies = new ArrayBlockingQueue<>(4);
  private final Deque<String> lastLines = new ArrayDeque<>();
  private int filesRead;

  private WorkerProcess(Process process, Path folder, long maxResidentBytes) {
    this.process = process;
    this.folder = folder;
    this.maxResidentBytes = maxResidentBytes;
    this.requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    // no virtual threads: who waits for a pipe keeps a processor from all others of their kind
    Thread.ofPlatform().daemon().name("extraction-replies").start(this::takeReplies);
    Thread.ofPlatform().daemon().name("extraction-log").start(this::takeLines);
  }

  /** Started and ready for its first file. */
  static WorkerProcess start(ExtractionSettings settings)
      throws IOException, InterruptedException, WorkerLost {
    var folder = Files.createTempDirectory("tandem-extraction-").toRealPath();
    Process process;
    try {
      process = WorkerCommand.in(folder, settings.heap()).start();
    } catch (IOException e) {
      FileSystemUtils.deleteRecursively(folder);
      throw e;
    }
    var worker = new WorkerProcess(process, folder, settings.heap().toBytes() + BESIDE_HEAP_BYTES);
    try {
      worker.await(WorkerReply.READY, START);
    } catch (WorkerLost | InterruptedException e) {
      worker.close();
      throw e;
    }
    return worker;
  }

  int filesRead() {
    return filesRead;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  WorkerReply ask(WorkerRequest request, Duration timeout) throws WorkerLost, InterruptedException {
    filesRead++;
    try {
      Frames.write(requests, request);
    } catch (IOException e) {
      throw lost();
    }
    return await(request.id(), timeout);
  }

  private WorkerReply await(long id, Duration timeout) throws WorkerLost, InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (true) {
      var reply = replies.poll(WATCH_MILLIS, TimeUnit.MILLISECONDS);
      if (reply != null && reply.id() == id) {
        return reply;
      } else if (reply != null && reply.id() == GONE.id()) {
        throw lost();
      } else if (System.nanoTime() - deadline > 0) {
        throw new WorkerLost(Reason.TIMEOUT, "no answer within " + timeout);
      }
      long resident = ResidentMemory.of(process.pid());
      if (resident > maxResidentBytes) {
        throw new WorkerLost(Reason.OUT_OF_MEMORY, "grew to " + (resident >> 20) + " MB");
      }
    }
  }

  private WorkerLost lost() throws InterruptedException {
    if (!process.waitFor(5, TimeUnit.SECONDS)) {
      return new WorkerLost(Reason.WORKER_CRASHED, "closed its pipe; " + lastWords());
    }
    int exit = process.exitValue();
    return exit == WorkerCommand.EXIT_OUT_OF_MEMORY
        ? new WorkerLost(Reason.OUT_OF_MEMORY, "heap exhausted")
        : new WorkerLost(Reason.WORKER_CRASHED, "exit " + exit + "; " + lastWords());
  }

  private static final WorkerReply GONE = new WorkerReply(-1, null, null, null, null);

  private void takeReplies() {
    try (var in = new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
      for (var reply = Frames.read(in, WorkerReply.class);
          reply != null;
          reply = Frames.read(in, WorkerReply.class)) {
        replies.put(reply);
      }
    } catch (IOException e) {
      LOG.debug("Worker {} closed its pipe: {}", process.pid(), e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    replies.offer(GONE);
  }

  private void takeLines() {
    try (var lines = process.errorReader(StandardCharsets.UTF_8)) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        LOG.debug("Worker {}: {}", process.pid(), line);
        synchronized (lastLines) {
          lastLines.addLast(line.substring(0, Math.min(300, line.length())));
          if (lastLines.size() > LINES_KEPT) {
            lastLines.removeFirst();
          }
        }
      }
    } catch (IOException e) {
      LOG.debug("Worker {} is gone", process.pid());
    }
  }

  private String lastWords() {
    synchronized (lastLines) {
      return String.join(" / ", lastLines);
    }
  }

  /** Ends the process, whatever it is doing, and removes what it left. */
  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
      FileSystemUtils.deleteRecursively(folder);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.warn("Could not remove {}: {}", folder, e.toString());
    }
  }
}
