package dev.tandem.search;

import dev.tandem.shared.Foreground;
import dev.tandem.shared.PendingWork;
import dev.tandem.shared.QuietThread;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Encodes in the background what was indexed by its words, a few assets at a time on one thread
 * that rests while somebody waits for an answer. What is missing is asked of the index itself: a
 * crash loses at most the asset that was at hand.
 */
@Component
class MeaningIndexer extends QuietThread implements PendingWork {
  /** What was encoded before, such as when the encoder was off for a while, takes no time. */
  private static final int MOST_AT_A_TIME = 500;

  private static final Duration ENOUGH_AT_A_TIME = Duration.ofSeconds(3);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final AssetIndexer indexer;
  private final Foreground foreground;
  private final ReentrantLock encoding = new ReentrantLock();

  MeaningIndexer(AssetIndexer indexer, Foreground foreground) {
    super("meaning-indexer", PAUSE, LoggerFactory.getLogger(MeaningIndexer.class));
    this.indexer = indexer;
    this.foreground = foreground;
  }

  @Override
  public String unit() {
    return "assets read for their meaning";
  }

  @Override
  public void catchUp() {
    indexer.catchUp();
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

  @Override
  public Optional<String> leftUndone() {
    return indexer.encoderFault();
  }

  /** One at a time, else two would encode the same. */
  private int encode(BooleanSupplier goOn) {
    encoding.lock();
    try {
      return indexer.encode(MOST_AT_A_TIME, ENOUGH_AT_A_TIME, foreground.standingBack(goOn));
    } finally {
      encoding.unlock();
    }
  }

  @Override
  protected void look() {
    while (isRunning() && encode(this::isRunning) > 0) {}
  }
}
