package dev.tandem.search;

import dev.tandem.shared.PendingWork;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Encodes in the background what was indexed by its words, a few assets at a time on one thread, so
 * that the other cores stay with those who ask. What is missing is asked of the index itself: a
 * crash loses at most the asset that was at hand.
 */
@Component
class MeaningIndexer implements SmartLifecycle, PendingWork {
  private static final Logger log = LoggerFactory.getLogger(MeaningIndexer.class);
  private static final int AT_A_TIME = 8;
  private static final long LOOK_EVERY_MS = 1_000;

  private final AssetIndexer indexer;
  private final ReentrantLock encoding = new ReentrantLock();
  private volatile @Nullable ScheduledExecutorService thread;
  private boolean complained;

  MeaningIndexer(AssetIndexer indexer) {
    this.indexer = indexer;
  }

  @Override
  public String unit() {
    return "assets read for their meaning";
  }

  @Override
  public void finish(LongConsumer progress) {
    indexer.catchUp();
    long done = 0;
    for (int more = encode(() -> true); more > 0; more = encode(() -> true)) {
      done += more;
      progress.accept(done);
    }
    indexer.catchUp();
  }

  /** One at a time, else two would encode the same. */
  private int encode(BooleanSupplier goOn) {
    encoding.lock();
    try {
      return indexer.encode(AT_A_TIME, goOn);
    } finally {
      encoding.unlock();
    }
  }

  @Override
  public synchronized void start() {
    if (thread != null) return;
    var started =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform()
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .name("meaning-indexer")
                .factory());
    thread = started;
    started.scheduleWithFixedDelay(this::step, LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
  }

  private void step() {
    try {
      while (isRunning() && encode(this::isRunning) > 0) {}
      complained = false;
    } catch (RuntimeException e) {
      if (!complained)
        log.error("Meaning cannot be added to the index; tried again every second", e);
      complained = true;
    }
  }

  @Override
  public synchronized void stop() {
    var running = thread;
    thread = null;
    if (running == null) return;
    running.shutdown();
    try {
      if (!running.awaitTermination(20, TimeUnit.SECONDS))
        log.warn("Encoding did not stop in time; it goes on at the next start");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
