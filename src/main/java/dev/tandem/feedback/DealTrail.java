package dev.tandem.feedback;

import dev.tandem.deals.Opportunity;
import dev.tandem.deals.Outcome;
import dev.tandem.deals.StageEntry;
import dev.tandem.library.AssetId;
import dev.tandem.taxonomy.JourneyStage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened on one deal, and what is known of the deal. */
final class DealTrail {
  private @Nullable Outcome outcome;
  private @Nullable String industry;
  private List<StageEntry> history = List.of();
  private final List<Occasion> occasions = new ArrayList<>();
  private final Map<AssetTrail, Integer> reached = new HashMap<>();
  private final Map<AssetId, List<Instant>> sent = new HashMap<>();

  /** Takes over what is known of the deal now; null when it is not known (any more). */
  void learn(@Nullable Opportunity deal, List<StageEntry> stages) {
    var newOutcome = deal == null ? null : deal.outcome();
    if (newOutcome != outcome)
      reached.forEach(
          (asset, times) -> {
            if (times > 0) move(asset, newOutcome);
          });
    outcome = newOutcome;
    industry = deal == null || deal.industry() == null ? null : deal.industry().key();
    history = stages;
    occasions.forEach(occasion -> occasion.move(circumstance(occasion.at)));
  }

  private void move(AssetTrail asset, @Nullable Outcome to) {
    if (outcome != null) asset.deal(outcome, -1);
    if (to != null) asset.deal(to, 1);
  }

  void add(Occasion occasion) {
    occasions.add(occasion);
    occasion.move(circumstance(occasion.at));
  }

  /** The buyer may have the asset by this; or, with −1, does not after all. */
  void reach(AssetTrail asset, int sign) {
    int before = reached.getOrDefault(asset, 0);
    int after = before + sign;
    reached.put(asset, after);
    if (outcome != null && before <= 0 && after > 0) asset.deal(outcome, 1);
    if (outcome != null && before > 0 && after <= 0) asset.deal(outcome, -1);
  }

  void send(AssetId asset, Instant at, int sign) {
    var times = sent.computeIfAbsent(asset, unused -> new ArrayList<>(1));
    if (sign > 0) times.add(at);
    else times.remove(at);
    if (times.isEmpty()) sent.remove(asset);
  }

  void collectSent(Map<AssetId, Instant> latest) {
    sent.forEach(
        (asset, times) ->
            times.forEach(
                at -> latest.merge(asset, at, (one, two) -> one.isAfter(two) ? one : two)));
  }

  private Circumstance circumstance(Instant at) {
    return new Circumstance(stageAt(at), industry);
  }

  /** Unknown before the first moment that the history tells of. */
  private @Nullable JourneyStage stageAt(Instant at) {
    JourneyStage stage = null;
    for (var entry : history) {
      if (entry.enteredOn().isAfter(at)) break;
      stage = entry.stage().stage();
    }
    return stage;
  }
}
