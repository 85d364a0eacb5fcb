package dev.tandem.shared;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.springframework.context.SmartLifecycle;

/**
 * One thread of low priority that looks again and again whether there is something to do. What
 * fails is said once, and tried again at the next look.
 */
public abstract class QuietThread implements SmartLifecycle {
  private static final int STOP_WITHIN_S = 20;

  private final Logger log;
  private final String name;
  private final Duration pause;
  private volatile @Nullable ScheduledExecutorService thread;
  private boolean complained;

  /**
   * @param name of the thread, such as {@code label-learning}
   * @param pause between the end of one look and the next
   */
  protected QuietThread(String name, Duration pause, Logger log) {
    this.name = name;
    this.pause = pause;
    this.log = log;
  }

  /** Does what there is to do, and ends soon after {@link #isRunning()} became false. */
  protected abstract void look();

  @Override
  public synchronized void start() {
    if (thread != null) return;
    var started =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().priority(Thread.MIN_PRIORITY).name(name).factory());
    thread = started;
    started.scheduleWithFixedDelay(
        this::lookOrComplain, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void lookOrComplain() {
    try {
      look();
      complained = false;
    } catch (RuntimeException e) {
      if (!complained && isRunning()) log.error("{} failed; it is tried again soon", name, e);
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
      if (!running.awaitTermination(STOP_WITHIN_S, TimeUnit.SECONDS))
        log.warn("{} did not stop in time; it goes on at the next start", name);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
