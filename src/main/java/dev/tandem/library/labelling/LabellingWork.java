package dev.tandem.library.labelling;

import dev.tandem.library.Assets;
import dev.tandem.shared.Foreground;
import dev.tandem.shared.QuietThread;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Learns and labels on one thread of low priority, whenever the library has changed and then been
 * quiet for a while: people wait for neither.
 */
@Component
public class LabellingWork extends QuietThread {
  private static final Duration PAUSE = Duration.ofSeconds(10);

  /** What could not be done yet is tried again after so many looks … */
  private static final int AGAIN_AFTER = 6;

  /** … or after so many times what trying took, where that is longer. */
  private static final int REST = 20;

  private final Assets assets;
  private final LabelLearning learning;
  private final AssetLabelling labelling;
  private final Foreground foreground;
  private final ReentrantLock working = new ReentrantLock();
  private long seen = -1;
  private long done = -1;
  private boolean left;
  private int looks;
  private long againAfter = AGAIN_AFTER;

  LabellingWork(
      Assets assets, LabelLearning learning, AssetLabelling labelling, Foreground foreground) {
    super("label-learning", PAUSE, LoggerFactory.getLogger(LabellingWork.class));
    this.assets = assets;
    this.learning = learning;
    this.labelling = labelling;
    this.foreground = foreground;
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

  @Override
  protected void look() {
    if (!learning.isPossible()) return;
    long latest = assets.latestRevision();
    boolean quiet = latest == seen;
    seen = latest;
    if (!quiet || (latest == done && !(left && ++looks >= againAfter))) return;
    looks = 0;
    var started = Instant.now();
    var goOn = foreground.standingBack(this::isRunning);
    working.lock();
    try {
      left = learning.learn(goOn, false);
      left |= labelling.label(goOn, count -> {});
    } finally {
      working.unlock();
    }
    var took = Duration.between(started, Instant.now());
    againAfter = Math.max(AGAIN_AFTER, took.multipliedBy(REST).dividedBy(PAUSE));
    done = latest;
  }
}
