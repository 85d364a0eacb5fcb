package dev.tandem.feedback;

import dev.tandem.deals.OpportunityId;
import dev.tandem.feedback.Shares.Sent;
import dev.tandem.library.AssetId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One asset that the buyer of one deal was given, once or several times.
 *
 * @param times how often, at least 1
 * @param last when it was given last
 * @param copied the last time its link was copied rather than sent from here
 * @param viewers how many visits there were, by all of its links
 * @param seconds how long these lasted altogether
 * @param viewedAt the newest visit, or null
 */
public record Sendings(
    AssetId asset,
    @Nullable OpportunityId deal,
    int times,
    Instant last,
    boolean copied,
    long viewers,
    double seconds,
    @Nullable Instant viewedAt) {

  private record Given(AssetId asset, @Nullable OpportunityId deal) {}

  /**
   * Brings together what was given again.
   *
   * @param sent newest first, and so is the answer
   */
  public static List<Sendings> of(List<Sent> sent) {
    var groups = new LinkedHashMap<Given, List<Sent>>();
    for (var one : sent)
      groups
          .computeIfAbsent(new Given(one.asset(), one.deal()), none -> new ArrayList<>())
          .add(one);
    return groups.values().stream().map(Sendings::sum).toList();
  }

  private static Sendings sum(List<Sent> same) {
    var last = same.getFirst();
    return new Sendings(
        last.asset(),
        last.deal(),
        same.size(),
        last.at(),
        last.copied(),
        same.stream().mapToLong(Sent::viewers).sum(),
        same.stream().mapToDouble(Sent::seconds).sum(),
        same.stream()
            .map(Sent::viewedAt)
            .filter(Objects::nonNull)
            .max(Instant::compareTo)
            .orElse(null));
  }
}
