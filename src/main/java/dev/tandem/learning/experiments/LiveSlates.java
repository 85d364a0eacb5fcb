package dev.tandem.learning.experiments;

import dev.tandem.feedback.FeedbackEvent;
import dev.tandem.feedback.FeedbackEvent.AssetUsed;
import dev.tandem.feedback.FeedbackEvent.Impression;
import dev.tandem.feedback.FeedbackEvent.Rating;
import dev.tandem.feedback.FeedbackEvent.Retraction;
import dev.tandem.feedback.FeedbackEvent.Share;
import dev.tandem.feedback.FeedbackEvent.SlateServed;
import dev.tandem.identity.UserId;
import dev.tandem.library.AssetId;
import dev.tandem.shared.Proportion;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The newest slates that are an example of something, with what was done on them. */
final class LiveSlates {
  private static final int MOST = 50_000;

  /** Nobody works on more deals a day, and nobody shall outvote all others. */
  static final int MOST_OF_ONE_REP_A_DAY = 10;

  private final Map<String, Live> slates = newest(MOST);
  private final Map<String, String> slateOfUse = newest(4 * MOST);

  /** Uses by key, in their order. */
  private record Live(
      SlateServed served, String repsDay, Map<String, AssetId> uses, List<AssetId> seen) {
    boolean wasSeen() {
      return !seen.isEmpty() || !uses.isEmpty();
    }

    boolean is(String arm, String model) {
      return arm.equals(served.arm()) && model.equals(served.model());
    }

    @Nullable String team(AssetId asset) {
      for (var item : served.items()) if (item.asset().equals(asset)) return item.team();
      return null;
    }

    /** The team of the first use that tells. */
    @Nullable String winner() {
      for (var used : uses.values()) {
        var team = team(used);
        if (team != null) return team;
      }
      return null;
    }
  }

  void follow(FeedbackEvent event) {
    switch (event) {
      case SlateServed served -> {
        if (served.arm() != null)
          slates.putIfAbsent(
              served.slate(),
              new Live(
                  bare(served),
                  served.rep().value() + ' ' + LocalDate.ofInstant(served.at(), ZoneOffset.UTC),
                  new LinkedHashMap<>(),
                  new ArrayList<>(1)));
      }
      case Impression seen -> {
        var slate = slates.get(seen.slate());
        if (slate != null && (slate.seen().isEmpty() || slate.team(seen.asset()) != null))
          slate.seen().add(seen.asset());
      }
      case AssetUsed used -> use(used.key(), used.slate(), used.rep(), used.asset());
      case Share sent -> use(sent.key(), sent.slate(), sent.rep(), sent.asset());
      case Rating rating -> {
        if (rating.helpful()) use(rating.key(), rating.slate(), rating.rep(), rating.asset());
      }
      case Retraction retraction -> {
        var slate = slateOfUse.remove(retraction.retracted());
        var live = slate == null ? null : slates.get(slate);
        if (live != null) live.uses().remove(retraction.retracted());
      }
      default -> {}
    }
  }

  /** Features are of no use here, and are the largest part. */
  private static SlateServed bare(SlateServed served) {
    var items =
        served.items().stream()
            .map(
                item ->
                    new SlateServed.Item(
                        item.asset(),
                        item.position(),
                        item.score(),
                        item.selectionProbability(),
                        Map.of(),
                        item.rules(),
                        item.team()))
            .toList();
    return served.with(items);
  }

  private void use(String key, @Nullable String slate, UserId rep, AssetId asset) {
    var live = slate == null ? null : slates.get(slate);
    if (live == null || !live.served().rep().equals(rep)) return;
    if (live.served().items().stream().noneMatch(item -> item.asset().equals(asset))) return;
    live.uses().putIfAbsent(key, asset);
    slateOfUse.put(key, Objects.requireNonNull(slate));
  }

  /**
   * Preferences from the side of the model in use. A session is what one rep looks at for one deal
   * on one day, or for one search; the first use in it that tells decides.
   */
  Preferences preferences(String inUse, String rival) {
    var winners = new LinkedHashMap<String, String>();
    var ofOneRep = new HashMap<String, Integer>();
    for (var slate : slates.values()) {
      if (!slate.is(ArmName.INTERLEAVED + rival, inUse) || !slate.wasSeen()) continue;
      var served = slate.served();
      var session =
          slate.repsDay()
              + '\n'
              + served.deal()
              + '\n'
              + (served.deal() == null ? served.query() : "");
      if (!winners.getOrDefault(session, "").isEmpty()) continue;
      var winner = slate.winner();
      if (winner != null
          && ofOneRep.merge(slate.repsDay(), 1, Integer::sum) > MOST_OF_ONE_REP_A_DAY) continue;
      winners.put(session, winner == null ? "" : winner);
    }
    long wins = winners.values().stream().filter(inUse::equals).count();
    long losses = winners.values().stream().filter(rival::equals).count();
    return new Preferences(wins, losses, winners.size() - wins - losses);
  }

  HoldoutComparison heldOut(String inUse) {
    var learned = new HashMap<String, HoldoutComparison.Day>();
    var prior = new HashMap<String, HoldoutComparison.Day>();
    for (var slate : slates.values()) {
      if (!slate.wasSeen()) continue;
      var into =
          slate.is(ArmName.IN_USE, inUse)
              ? learned
              : (ArmName.HOLDOUT + inUse).equals(slate.served().arm()) ? prior : null;
      if (into != null)
        into.merge(
            slate.repsDay(),
            new HoldoutComparison.Day(1, slate.uses().isEmpty() ? 0 : 1),
            (a, b) -> new HoldoutComparison.Day(a.seen() + b.seen(), a.used() + b.used()));
    }
    return HoldoutComparison.of(learned.values(), prior.values());
  }

  /**
   * What was tried out.
   *
   * @param slates on which something was, of all on which it might have been
   * @param used of what was tried out and seen, how much was used
   */
  record TriedOut(Proportion slates, Proportion used) {}

  TriedOut triedOut(String inUse) {
    int all = 0, tried = 0, seen = 0, used = 0;
    for (var slate : slates.values()) {
      if (!slate.is(ArmName.IN_USE, inUse)) continue;
      all++;
      for (var item : slate.served().items()) {
        if (!TryOut.TEAM.equals(item.team())) continue;
        tried++;
        boolean wasUsed = slate.uses().containsValue(item.asset());
        if (wasUsed) used++;
        if (wasUsed || slate.seen().contains(item.asset())) seen++;
      }
    }
    return new TriedOut(new Proportion(tried, all), new Proportion(used, seen));
  }

  private static <V> Map<String, V> newest(int most) {
    return new LinkedHashMap<>() {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > most;
      }
    };
  }
}
