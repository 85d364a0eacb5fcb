package dev.tandem.shared;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
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

  /**
   * The same question, to be asked between small pieces of work by one thread in the background;
   * while somebody waits for an answer it rests before it asks.
   */
  public BooleanSupplier standingBack(BooleanSupplier goOn) {
    var background = new Background();
    return () -> {
      background.giveWay();
      return goOn.getAsBoolean();
    };
  }

  private final class Background {
    private long began = nanos.getAsLong();

    void giveWay() {
      long worked = nanos.getAsLong() - began;
      long until = nanos.getAsLong() + Math.min(LONGEST_REST, REST * worked);
      while (isBusy() && nanos.getAsLong() < until) sleep.accept(NAP);
      began = nanos.getAsLong();
    }
  }
}
