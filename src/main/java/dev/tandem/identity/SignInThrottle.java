package dev.tandem.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down: an attempt takes one from each of three buckets and gives it back when it
 * succeeds, so attempts at the same moment count as well.
 */
@Component
@EnableConfigurationProperties(SignInLimits.class)
class SignInThrottle {
  /** Bounds memory under a flood of invented names; the least used are forgotten first. */
  private static final long MOST_BUCKETS = 50_000;

  private final LoadingCache<String, Bucket> perUserAndAddress;
  private final LoadingCache<String, Bucket> perUser;
  private final LoadingCache<String, Bucket> perAddress;

  SignInThrottle(SignInLimits limits, Clock clock) {
    perUserAndAddress = buckets(limits.perUserAndAddress(), limits.forgiveOneAfter(), clock);
    perUser = buckets(limits.perUser(), limits.forgiveOneAfter(), clock);
    perAddress = buckets(limits.perAddress(), limits.forgiveOneAfter(), clock);
  }

  /** Counts an attempt; how long to wait when there were too many, else empty. */
  Optional<Duration> refuses(String user, String address) {
    var taken = new ArrayList<Bucket>();
    for (var bucket : bucketsOf(user, address)) {
      var probe = bucket.tryConsumeAndReturnRemaining(1);
      if (!probe.isConsumed()) {
        taken.forEach(other -> other.addTokens(1));
        return Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
      }
      taken.add(bucket);
    }
    return Optional.empty();
  }

  /** The attempt was no guess: forget it, and what this person mistyped here before. */
  void succeeded(String user, String address) {
    bucketsOf(user, address).forEach(bucket -> bucket.addTokens(1));
    perUserAndAddress.invalidate(user + '\n' + address);
  }

  private List<Bucket> bucketsOf(String user, String address) {
    return List.of(
        perUserAndAddress.get(user + '\n' + address), perUser.get(user), perAddress.get(address));
  }

  private static LoadingCache<String, Bucket> buckets(
      int failures, Duration forgiveOneAfter, Clock clock) {
    return Caffeine.newBuilder()
        .maximumSize(MOST_BUCKETS)
        .expireAfterAccess(forgiveOneAfter.multipliedBy(failures + 1L))
        .build(
            key ->
                Bucket.builder()
                    .withCustomTimePrecision(new ClockMeter(clock))
                    .addLimit(limit -> limit.capacity(failures).refillGreedy(1, forgiveOneAfter))
                    .build());
  }

  private record ClockMeter(Clock clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant());
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
