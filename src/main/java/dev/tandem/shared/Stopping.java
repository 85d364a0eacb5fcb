package dev.tandem.shared;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Waits for the end of the program, at most as long as a pause shall last. */
@Component
class Stopping implements Pause {
  private final CountDownLatch stopped = new CountDownLatch(1);

  @Override
  public boolean take(Duration duration) {
    try {
      return !stopped.await(duration.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @PreDestroy
  void stop() {
    stopped.countDown();
  }
}
