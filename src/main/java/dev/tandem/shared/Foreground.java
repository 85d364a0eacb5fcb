package dev.tandem.shared;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Who waits for an answer now, so that work in the background can stand back meanwhile. Priorities
 * of threads are not enough: most systems ignore them.
 */
@Component
public final class Foreground {
  /** Whoever asked so lately is likely to ask again. */
  private static final long JUST_NOW = TimeUnit.MILLISECONDS.toNanos(100);

  /** While somebody waits the background rests so many times as long as it works. */
  private static final int REST = 5;

  private static final long LONGEST_REST = TimeUnit.SECONDS.toNanos(2);
  private static final long NAP = TimeUnit.MILLISECONDS.toNanos(20);

  private final LongSupplier nanos;
  private final LongConsumer sleep;
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile long answered;

  @Autowired
  public Foreground() {
    this(System::nanoTime, LockSupport::parkNanos);
  }

  /**
   * @param nanos a clock that only goes forward, such as {@link System#nanoTime}
   * @param sleep for so many nanoseconds
   */
  Foreground(LongSupplier nanos, LongConsumer sleep) {
    this.nanos = nanos;
    this.sleep = sleep;
    this.answered = nanos.getAsLong() - JUST_NOW;
  }

  /** Somebody waits until {@link #answered()}. */
  public void asked() {
    waiting.incrementAndGet();
  }

  public void answered() {
    answered = nanos.getAsLong();
    waiting.decrementAndGet();
  }

  private boolean isBusy() {
    return waiting.get() > 0 || nanos.getAsLong() - answered < JUST_NOW;
  }

  /** For one thread that works in the background. */
  public Background background() {
    return new Background();
  }

  /** Work in small pieces that rests between them while somebody waits. */
  public final class Background {
    private long began = nanos.getAsLong();

    private Background() {}

    /** To be called between two pieces; returns at once where nobody waits. */
    public void giveWay() {
      long worked = nanos.getAsLong() - began;
      long until = nanos.getAsLong() + Math.min(LONGEST_REST, REST * worked);
      while (isBusy() && nanos.getAsLong() < until) sleep.accept(NAP);
      began = nanos.getAsLong();
    }
  }
}
