package dev.tandem.feedback;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * How many days events are kept, by the name of their type in files; types that are missing are
 * kept for good.
 */
public record RetentionPeriods(Map<String, Integer> days) {
  public static final int SHORTEST = 30, LONGEST = 3650;

  /** The types that have a period; a retraction goes with what it takes back. */
  public static final List<String> TYPES =
      List.of(
          "slate_served",
          "impression",
          "open",
          "download",
          "copy_link",
          "share",
          "buyer_view",
          "rating",
          "dismissal");

  /** Types that say with a slate on which deal and for whom they happened. */
  private static final List<String> NEED_THE_SLATE =
      List.of("impression", "open", "download", "copy_link", "share", "rating", "dismissal");

  public static final RetentionPeriods FOREVER = new RetentionPeriods(Map.of());

  public RetentionPeriods {
    days = Map.copyOf(new TreeMap<>(days));
    for (var each : days.entrySet()) {
      if (!TYPES.contains(each.getKey()))
        throw new IllegalArgumentException("no type of events: " + each.getKey());
      if (each.getValue() < SHORTEST || each.getValue() > LONGEST)
        throw new IllegalArgumentException(
            "%s: kept for %d to %,d days, or for good".formatted(each.getKey(), SHORTEST, LONGEST));
    }
    for (var type : NEED_THE_SLATE) requireLonger(days, "slate_served", type);
    requireLonger(days, "share", "buyer_view");
  }

  private static void requireLonger(Map<String, Integer> days, String first, String second) {
    int kept = days.getOrDefault(first, Integer.MAX_VALUE);
    if (kept < days.getOrDefault(second, Integer.MAX_VALUE))
      throw new IllegalArgumentException(
          "%s must be kept as long as %s, which says little without it".formatted(first, second));
  }

  public OptionalInt of(String type) {
    var found = days.get(type);
    return found == null ? OptionalInt.empty() : OptionalInt.of(found);
  }

  /** Events of this type before this moment are to be deleted; empty when they are kept. */
  public Optional<Instant> bound(String type, Instant now) {
    return Optional.ofNullable(days.get(type)).map(kept -> now.minus(Duration.ofDays(kept)));
  }
}
