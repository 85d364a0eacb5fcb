package dev.tandem.feedback;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Group commit: one thread writes in one transaction all that arrived while it wrote the last,
 * since a flush to disk costs more than a thousand rows. One writer also makes the order of
 * sequence numbers the order in which events become visible, which readers by cursor rely on.
 */
final class EventWriter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EventWriter.class);
  private static final int LARGEST_GROUP = 5_000;
  private static final int WAITING_BATCHES = 1_000;

  /** What became of one row. */
  sealed interface Fate {
    record Written() implements Fate {}

    record Repeated() implements Fate {}

    record Refused(String problem) implements Fate {}
  }

  private record Batch(List<EventRow> rows, CompletableFuture<List<Fate>> fates) {}

  private final BlockingQueue<Batch> waiting = new ArrayBlockingQueue<>(WAITING_BATCHES);
  private final Function<List<EventRow>, Map<String, Long>> insert;
  private final AtomicLong latest;
  private final Thread thread;
  private volatile boolean closed;

  /**
   * @param insert writes rows in one transaction; answers with the sequence numbers of the new ones
   *     by key
   * @param latest the sequence number of the newest event so far
   */
  EventWriter(Function<List<EventRow>, Map<String, Long>> insert, long latest) {
    this.insert = insert;
    this.latest = new AtomicLong(latest);
    this.thread = Thread.ofPlatform().name("feedback-log").daemon().start(this::run);
  }

  long latestSequence() {
    return latest.get();
  }

  /** Returns when the rows are on disk; throws what kept them all out. */
  List<Fate> write(List<EventRow> rows) {
    var batch = new Batch(rows, new CompletableFuture<>());
    try {
      while (!waiting.offer(batch, 100, TimeUnit.MILLISECONDS))
        if (closed) throw new IllegalStateException("the feedback log is closed");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted before the events were written", interrupted);
    }
    if (closed && waiting.remove(batch))
      throw new IllegalStateException("the feedback log is closed");
    try {
      return batch.fates.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) throw cause;
      throw failed;
    }
  }

  private void run() {
    while (!closed || !waiting.isEmpty()) {
      try {
        var first = waiting.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) writeGroup(gather(first));
      } catch (InterruptedException interrupted) {
        closed = true;
      }
    }
  }

  private List<Batch> gather(Batch first) {
    var group = new ArrayList<Batch>();
    group.add(first);
    int rows = first.rows.size();
    while (rows < LARGEST_GROUP) {
      var next = waiting.poll();
      if (next == null) break;
      group.add(next);
      rows += next.rows.size();
    }
    return group;
  }

  private void writeGroup(List<Batch> group) {
    try {
      settle(group, insert.apply(group.stream().flatMap(batch -> batch.rows.stream()).toList()));
    } catch (DataIntegrityViolationException refused) {
      LOG.warn("A group of events was refused; writing them one by one", refused);
      group.forEach(this::writeOneByOne);
    } catch (RuntimeException | Error failed) {
      group.forEach(batch -> batch.fates.completeExceptionally(failed));
    }
  }

  private void settle(List<Batch> group, Map<String, Long> written) {
    var fresh = new HashMap<>(written);
    fresh.values().stream()
        .mapToLong(Long::longValue)
        .max()
        .ifPresent(newest -> latest.accumulateAndGet(newest, Math::max));
    for (var batch : group)
      batch.fates.complete(
          batch.rows.stream()
              .map(
                  row -> fresh.remove(row.key()) == null ? new Fate.Repeated() : new Fate.Written())
              .map(Fate.class::cast)
              .toList());
  }

  private void writeOneByOne(Batch batch) {
    var fates = new ArrayList<Fate>();
    for (var row : batch.rows) {
      try {
        var written = insert.apply(List.of(row));
        written.values().forEach(newest -> latest.accumulateAndGet(newest, Math::max));
        fates.add(written.isEmpty() ? new Fate.Repeated() : new Fate.Written());
      } catch (DataIntegrityViolationException refused) {
        fates.add(new Fate.Refused("the database refuses it: " + refused.getMostSpecificCause()));
      } catch (RuntimeException | Error failed) {
        batch.fates.completeExceptionally(failed);
        return;
      }
    }
    batch.fates.complete(fates);
  }

  /** Writes what waits and ends. */
  @Override
  public void close() {
    closed = true;
    try {
      thread.join(Duration.ofSeconds(30));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    for (var left = waiting.poll(); left != null; left = waiting.poll())
      left.fates.completeExceptionally(new IllegalStateException("the feedback log is closed"));
  }
}
