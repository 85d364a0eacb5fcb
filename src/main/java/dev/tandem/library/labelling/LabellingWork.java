package dev.tandem.library.labelling;

import dev.tandem.library.Assets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Learns and labels on one thread of low priority, whenever the library has changed and then been
 * quiet for a while: people wait for neither.
 */
@Component
public class LabellingWork implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(LabellingWork.class);
  private static final long LOOK_EVERY_S = 10;

  /** What could not be done yet is tried again after so many looks. */
  private static final int AGAIN_AFTER = 6;

  private final Assets assets;
  private final LabelLearning learning;
  private final AssetLabelling labelling;
  private final ReentrantLock working = new ReentrantLock();
  private volatile @Nullable ScheduledExecutorService thread;
  private long seen = -1;
  private long done = -1;
  private boolean left;
  private int looks;
  private boolean complained;

  LabellingWork(Assets assets, LabelLearning learning, AssetLabelling labelling) {
    this.assets = assets;
    this.learning = learning;
    this.labelling = labelling;
  }

  /** Learns what is new, be it little, and labels all that is read for its meaning. */
  public void catchUp() {
    working.lock();
    try {
      learning.learn(() -> true, true);
      labelling.label(() -> true, count -> {});
    } finally {
      working.unlock();
    }
  }

  private void look() {
    try {
      long latest = assets.latestRevision();
      boolean quiet = latest == seen;
      seen = latest;
      if (!quiet || (latest == done && !(left && ++looks >= AGAIN_AFTER))) return;
      looks = 0;
      working.lock();
      try {
        left = learning.learn(this::isRunning, false);
        left |= labelling.label(this::isRunning, count -> {});
      } finally {
        working.unlock();
      }
      done = latest;
      complained = false;
    } catch (RuntimeException e) {
      if (!complained && isRunning()) LOG.error("Labels cannot be learned; tried again soon", e);
      complained = true;
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
                .name("label-learning")
                .factory());
    thread = started;
    started.scheduleWithFixedDelay(this::look, LOOK_EVERY_S, LOOK_EVERY_S, TimeUnit.SECONDS);
  }

  @Override
  public synchronized void stop() {
    var running = thread;
    thread = null;
    if (running == null) return;
    running.shutdown();
    try {
      if (!running.awaitTermination(20, TimeUnit.SECONDS))
        LOG.warn("Learning of labels did not stop in time; it goes on at the next start");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
