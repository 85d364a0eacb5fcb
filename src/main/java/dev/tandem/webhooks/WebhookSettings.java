package dev.tandem.webhooks;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings below {@code tandem.webhooks}.
 *
 * @param allowLocal whether to call http addresses and those of this machine and its networks, too;
 *     only for trying things out, since it lets administrators reach what only the server can
 * @param firstPause before a failed delivery is tried again; each next pause is four times as long,
 *     up to a day
 * @param attempts until a delivery is given up, 1 to 20
 * @param keep how long after its last attempt a delivery that is done, delivered or given up, can
 *     still be seen and replayed, 1 to 3,650 days; what waits is kept however long that takes
 */
@ConfigurationProperties("tandem.webhooks")
record WebhookSettings(
    @DefaultValue("false") boolean allowLocal,
    @DefaultValue("30s") Duration firstPause,
    @DefaultValue("8") int attempts,
    @DefaultValue("30d") Duration keep) {
  private static final Duration LONGEST_PAUSE = Duration.ofDays(1);
  private static final Duration SHORTEST_KEEP = Duration.ofDays(1);
  private static final Duration LONGEST_KEEP = Duration.ofDays(3_650);

  WebhookSettings {
    if (attempts < 1 || attempts > 20)
      throw new IllegalArgumentException("tandem.webhooks.attempts must be 1 to 20");
    if (!firstPause.isPositive() || firstPause.compareTo(LONGEST_PAUSE) > 0)
      throw new IllegalArgumentException("tandem.webhooks.first-pause must be up to a day");
    if (keep.compareTo(SHORTEST_KEEP) < 0 || keep.compareTo(LONGEST_KEEP) > 0)
      throw new IllegalArgumentException("tandem.webhooks.keep must be 1 to 3,650 days");
  }

  /**
   * @param failed how many attempts failed so far, at least 1
   */
  Duration pauseAfter(int failed) {
    var pause = firstPause;
    for (int i = 1; i < failed && pause.compareTo(LONGEST_PAUSE) < 0; i++)
      pause = pause.multipliedBy(4);
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
