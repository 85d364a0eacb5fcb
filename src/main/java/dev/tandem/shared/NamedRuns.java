package dev.tandem.shared;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs in the background, at most one of each name, and how far each has come. */
public final class NamedRuns {
  private static final Logger LOG = LoggerFactory.getLogger(NamedRuns.class);
  private static final int STOP_WITHIN_S = 5;

  /** Something that says now and then how many items are done. */
  @FunctionalInterface
  public interface Run {
    /**
     * @throws RuntimeException when it failed; the run has told people why already
     */
    void run(LongConsumer progress);
  }

  private final Map<String, AtomicLong> running = new ConcurrentHashMap<>();
  private final ExecutorService threads;

  /**
   * @param threadName what the threads are called, before their number
   */
  public NamedRuns(String threadName) {
    threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(threadName, 0).factory());
  }

  /**
   * @return false when one of this name is on already
   */
  public boolean start(String name, Run run) {
    var done = new AtomicLong();
    if (running.putIfAbsent(name, done) != null) return false;
    threads.execute(
        () -> {
          try {
            run.run(done::set);
          } catch (RuntimeException failed) {
            LOG.debug("said in the report already", failed);
          } finally {
            running.remove(name);
          }
        });
    return true;
  }

  /** How many items the run of this name has done; negative when none is on here. */
  public long progress(String name) {
    var done = running.get(name);
    return done == null ? -1 : done.get();
  }

  /** What is being stored is finished, if it does not take long; what is not comes again. */
  public void stop() throws InterruptedException {
    threads.shutdown();
    if (!threads.awaitTermination(STOP_WITHIN_S, TimeUnit.SECONDS)) threads.shutdownNow();
  }
}
