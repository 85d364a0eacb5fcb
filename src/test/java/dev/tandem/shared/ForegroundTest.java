package dev.tandem.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class ForegroundTest {
  private long now;
  private final Foreground foreground = new Foreground(() -> now, nap -> now += nap);
  private final BooleanSupplier goOn = foreground.standingBack(() -> true);

  @Test
  void workGoesOnAtOnceWhereNobodyWaits() {
    assertThat(restAfter(40)).isZero();
  }

  @Test
  void whileSomebodyWaitsItRestsFiveTimesAsLongAsItWorked() {
    foreground.asked();
    assertThat(restAfter(40)).isEqualTo(200);
    assertThat(restAfter(20)).isEqualTo(100);
  }

  @Test
  void itNeverRestsForLong() {
    foreground.asked();
    assertThat(restAfter(10_000)).isEqualTo(2_000);
  }

  @Test
  void itGoesOnSoonAfterTheLastOneIsAnswered() {
    foreground.asked();
    foreground.asked();
    foreground.answered();
    assertThat(restAfter(40)).isEqualTo(200);
    foreground.answered();
    assertThat(restAfter(40)).as("the next question is likely to come now").isEqualTo(60);
    assertThat(restAfter(40)).isZero();
  }

  private long restAfter(long milliseconds) {
    now += Duration.ofMillis(milliseconds).toNanos();
    long worked = now;
    assertThat(goOn.getAsBoolean()).isTrue();
    return Duration.ofNanos(now - worked).toMillis();
  }
}
