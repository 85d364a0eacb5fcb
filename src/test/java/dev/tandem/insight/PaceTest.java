package dev.tandem.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
  private long now = Long.MAX_VALUE - 5; // nanoTime may overflow
  private int turns;

  @Test
  void longTurnsAreFollowedByLongRests() {
    var pace = new Pace(() -> now, 19, Duration.ofMinutes(2));

    pace.run(() -> turn(Duration.ofSeconds(2)));
    after(Duration.ofSeconds(37));
    pace.run(() -> turn(Duration.ofSeconds(2)));
    assertThat(turns).isEqualTo(1);

    after(Duration.ofSeconds(1));
    pace.run(() -> turn(Duration.ofSeconds(2)));
    assertThat(turns).isEqualTo(2);
  }

  @Test
  void workThatTakesNoTimeIsAlwaysDue() {
    var pace = new Pace(() -> now, 19, Duration.ofMinutes(2));

    for (int i = 0; i < 5; i++) pace.run(() -> turn(Duration.ZERO));

    assertThat(turns).isEqualTo(5);
  }

  @Test
  void noRestIsLongerThanTheLongest() {
    var pace = new Pace(() -> now, 19, Duration.ofMinutes(2));

    pace.run(() -> turn(Duration.ofHours(1)));
    after(Duration.ofMinutes(2));
    pace.run(() -> turn(Duration.ZERO));

    assertThat(turns).isEqualTo(2);
  }

  @Test
  void whatFailsIsNotTriedAgainAtOnce() {
    var pace = new Pace(() -> now, 19, Duration.ofMinutes(2));
    assertThatThrownBy(
            () ->
                pace.run(
                    () -> {
                      turn(Duration.ofSeconds(1));
                      throw new IllegalStateException("no database");
                    }))
        .hasMessage("no database");

    pace.run(() -> turn(Duration.ZERO));

    assertThat(turns).isEqualTo(1);
  }

  private void turn(Duration takes) {
    turns++;
    after(takes);
  }

  private void after(Duration time) {
    now += time.toNanos();
  }
}
