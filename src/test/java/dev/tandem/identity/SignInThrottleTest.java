package dev.tandem.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
  private final TurnableClock clock = new TurnableClock();
  private final SignInThrottle throttle =
      new SignInThrottle(new SignInLimits(3, 5, 6, Duration.ofSeconds(30)), clock);

  @Test
  void theFourthFailureInARowHasToWait() {
    for (int i = 0; i < 3; i++) assertThat(throttle.refuses("ada", "10.0.0.1")).isEmpty();
    assertThat(throttle.refuses("ada", "10.0.0.1")).hasValue(Duration.ofSeconds(30));
    assertThat(throttle.refuses("ada", "10.0.0.2")).isEmpty();
    assertThat(throttle.refuses("ben", "10.0.0.1")).isEmpty();
  }

  @Test
  void afterTheWaitOneMoreIsAllowed() {
    for (int i = 0; i < 4; i++) throttle.refuses("ada", "10.0.0.1");
    clock.turn(Duration.ofSeconds(30));
    assertThat(throttle.refuses("ada", "10.0.0.1")).isEmpty();
    assertThat(throttle.refuses("ada", "10.0.0.1")).isPresent();
  }

  @Test
  void successForgetsTheFailuresBeforeIt() {
    for (int i = 0; i < 3; i++) throttle.refuses("ada", "10.0.0.1");
    throttle.succeeded("ada", "10.0.0.1");
    assertThat(throttle.refuses("ada", "10.0.0.1")).isEmpty();
  }

  @Test
  void oneNameFromManyPlacesHasToWait() {
    for (int i = 0; i < 5; i++) assertThat(throttle.refuses("ada", "10.0.0." + i)).isEmpty();
    assertThat(throttle.refuses("ada", "10.0.0.99")).isPresent();
  }

  @Test
  void manyNamesFromOnePlaceHaveToWait() {
    for (int i = 0; i < 6; i++) assertThat(throttle.refuses("user" + i, "10.0.0.1")).isEmpty();
    assertThat(throttle.refuses("user99", "10.0.0.1")).isPresent();
  }

  private static final class TurnableClock extends Clock {
    private Instant now = Instant.parse("2026-03-01T09:00:00Z");

    void turn(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
