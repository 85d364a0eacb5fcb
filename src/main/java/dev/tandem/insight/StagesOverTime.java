package dev.tandem.insight;

import dev.tandem.deals.OpportunityId;
import dev.tandem.deals.StageEntry;
import dev.tandem.taxonomy.JourneyStage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The buyer's stages of some deals over time.
 *
 * @param histories oldest first
 */
record StagesOverTime(Map<OpportunityId, List<StageEntry>> histories) {

  /** The id of the stage a deal had at a moment; its first known one for moments before that. */
  @Nullable String at(@Nullable String deal, Instant at) {
    if (deal == null) return null;
    StageEntry found = null;
    for (var entry : of(deal)) if (found == null || !entry.enteredOn().isAfter(at)) found = entry;
    var stage = found == null ? null : found.stage().stage();
    return stage == null ? null : stage.id();
  }

  /** When the deal first reached a stage or a later one; null when it never did. */
  @Nullable Instant reached(String deal, JourneyStage wanted) {
    for (var entry : of(deal)) {
      var stage = entry.stage().stage();
      if (stage != null && stage.compareTo(wanted) >= 0) return entry.enteredOn();
    }
    return null;
  }

  /** The furthest stage before the sale; null when none is known. */
  @Nullable JourneyStage furthest(String deal) {
    JourneyStage furthest = null;
    for (var entry : of(deal)) {
      var stage = entry.stage().stage();
      if (stage == null || stage == JourneyStage.POST_SALE) continue;
      if (furthest == null || stage.compareTo(furthest) > 0) furthest = stage;
    }
    return furthest;
  }

  private List<StageEntry> of(String deal) {
    return histories.getOrDefault(new OpportunityId(deal), List.of());
  }
}
