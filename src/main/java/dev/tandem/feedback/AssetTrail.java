package dev.tandem.feedback;

import dev.tandem.deals.Outcome;
import dev.tandem.feedback.AssetEvidence.Count;
import dev.tandem.feedback.AssetEvidence.SimilarUse;
import dev.tandem.feedback.AssetEvidence.Tally;
import dev.tandem.taxonomy.JourneyStage;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Running counts of one asset. Every step can be taken back by a sign of −1. */
final class AssetTrail {
  private static final class Cell {
    int shown;
    int used;
    int uses;
  }

  private final Map<String, Integer> byType = new HashMap<>(4);
  private final Map<String, Integer> dismissals = new HashMap<>(2);
  private final Map<Circumstance, Cell> cells = new HashMap<>(4);
  private final Map<Outcome, Integer> deals = new EnumMap<>(Outcome.class);
  private double buyerSeconds;

  void count(EvidenceEvent event, int sign) {
    var detail = event.detail() == null ? "" : event.detail();
    switch (event.type()) {
      case "rating" -> byType.merge(detail, sign, Integer::sum);
      case "dismissal" -> dismissals.merge(detail, sign, Integer::sum);
      default -> byType.merge(event.type(), sign, Integer::sum);
    }
    buyerSeconds += sign * event.seconds();
  }

  void shown(Circumstance where, int sign) {
    cell(where).shown += sign;
  }

  void used(Circumstance where, int sign) {
    cell(where).used += sign;
  }

  void uses(Circumstance where, int number) {
    cell(where).uses += number;
  }

  void deal(Outcome outcome, int sign) {
    deals.merge(outcome, sign, Integer::sum);
  }

  private Cell cell(Circumstance where) {
    return cells.computeIfAbsent(where, unused -> new Cell());
  }

  Tally tally() {
    var total = sum(null, null);
    var reasons = new HashMap<String, Long>();
    dismissals.forEach(
        (reason, times) -> {
          if (times > 0) reasons.put(reason, times.longValue());
        });
    return new Tally(
        total.shown(),
        total.used(),
        times("open"),
        times("download"),
        times("copy_link"),
        times("share"),
        times("buyer_view"),
        Math.max(0, buyerSeconds),
        times("helpful"),
        times("not_helpful"),
        reasons,
        deals.getOrDefault(Outcome.WON, 0),
        deals.getOrDefault(Outcome.LOST, 0),
        deals.getOrDefault(Outcome.OPEN, 0));
  }

  private long times(String type) {
    return byType.getOrDefault(type, 0);
  }

  SimilarUse similar(@Nullable JourneyStage stage, @Nullable String industry) {
    return new SimilarUse(
        sum(null, null),
        stage == null ? Count.NONE : sum(stage, null),
        industry == null ? Count.NONE : sum(null, industry),
        stage == null || industry == null ? Count.NONE : sum(stage, industry));
  }

  /** Over the cells of this stage and industry; null takes all. */
  private Count sum(@Nullable JourneyStage stage, @Nullable String industry) {
    long shown = 0;
    long used = 0;
    long uses = 0;
    for (var entry : cells.entrySet()) {
      if (stage != null && entry.getKey().stage() != stage) continue;
      if (industry != null && !industry.equals(entry.getKey().industry())) continue;
      shown += entry.getValue().shown;
      used += entry.getValue().used;
      uses += entry.getValue().uses;
    }
    return new Count(shown, used, uses);
  }
}
