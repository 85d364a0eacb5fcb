package dev.tandem.feedback;

import dev.tandem.deals.Outcome;
import dev.tandem.feedback.AssetEvidence.Count;
import dev.tandem.feedback.AssetEvidence.SimilarDeals;
import dev.tandem.feedback.AssetEvidence.SimilarUse;
import dev.tandem.feedback.AssetEvidence.Tally;
import dev.tandem.taxonomy.JourneyStage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Running counts of one asset. Every step can be taken back by a sign of −1. */
final class AssetTrail {
  /** More than this says nothing new of an asset, and takes longer. */
  private static final int NEWEST = 2_000;

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

  /** How long the buyer looked at each sending of it, in seconds. */
  private final Map<String, Double> readings = new HashMap<>(2);

  /** Where it was seen or used, in the order of the log. */
  private final List<Occasion> occasions = new ArrayList<>(2);

  void occurs(Occasion occasion) {
    occasions.add(occasion);
  }

  /** Where it was used without a slate by this event. */
  @Nullable Occasion alone(EvidenceEvent event) {
    for (var occasion : occasions)
      if (!occasion.isSlate()
          && occasion.at.equals(event.at())
          && Objects.equals(occasion.deal, event.deal())
          && Objects.equals(occasion.rep, event.rep())
          && occasion.used(this)) return occasion;
    return null;
  }

  /**
   * @param except whose own use is not told to them as that of others, null for nobody's
   */
  SimilarDeals similarDeals(
      @Nullable JourneyStage stage, @Nullable String industry, @Nullable String except) {
    var both = new CircleCount();
    var sameIndustry = new CircleCount();
    var sameStage = new CircleCount();
    for (int i = occasions.size() - 1; i >= Math.max(0, occasions.size() - NEWEST); i--) {
      var occasion = occasions.get(i);
      if (occasion.deal == null || !occasion.showed(this)) continue;
      boolean atStage = stage != null && occasion.where().stage() == stage;
      boolean inIndustry = industry != null && industry.equals(occasion.where().industry());
      if (atStage && inIndustry) both.count(occasion, this, except);
      if (inIndustry) sameIndustry.count(occasion, this, except);
      if (atStage) sameStage.count(occasion, this, except);
    }
    return new SimilarDeals(both.circle(), sameIndustry.circle(), sameStage.circle());
  }

  void count(EvidenceEvent event, int sign) {
    var detail = event.detail() == null ? "" : event.detail();
    switch (event.type()) {
      case "rating" -> byType.merge(detail, sign, Integer::sum);
      case "dismissal" -> dismissals.merge(detail, sign, Integer::sum);
      default -> byType.merge(event.type(), sign, Integer::sum);
    }
    buyerSeconds += sign * event.seconds();
    if (event.type().equals("buyer_view") && event.share() != null)
      readings.merge(event.share(), sign * event.seconds(), Double::sum);
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
        readings.values().stream()
            .filter(seconds -> seconds >= AssetEvidence.READING_SECONDS)
            .count(),
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
