package dev.tandem.recommendation.curation.web;

import dev.tandem.recommendation.curation.CurationDesk.Listed;
import dev.tandem.recommendation.curation.CurationEffect;
import dev.tandem.recommendation.curation.Segment;
import dev.tandem.shared.Interval;
import dev.tandem.shared.Proportion;
import dev.tandem.taxonomy.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A rule in JSON.
 *
 * @param state active, planned, expired or ended
 * @param problem why it cannot act although it is active, or null
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record CurationAnswer(
    long id,
    String asset,
    String title,
    String kind,
    double points,
    SegmentJson segment,
    LocalDate from,
    LocalDate until,
    String reason,
    String state,
    String madeBy,
    Instant madeAt,
    @Nullable String endedBy,
    @Nullable Instant endedAt,
    @Nullable Long replaces,
    @Nullable String problem,
    List<ConflictJson> conflicts,
    Effect effect) {

  /** Names as people write them; null for what does not matter. */
  record SegmentJson(
      @Nullable String stage,
      @Nullable String industry,
      @Nullable String persona,
      @Nullable String product,
      @Nullable String region,
      @Nullable String team) {
    static SegmentJson of(Segment segment) {
      var stage = segment.stage();
      return new SegmentJson(
          stage == null ? null : stage.id(),
          label(segment.industry()),
          label(segment.persona()),
          label(segment.product()),
          label(segment.region()),
          segment.team());
    }

    private static @Nullable String label(@Nullable Term term) {
      return term == null ? null : term.label();
    }
  }

  record ConflictJson(long rule, String words) {}

  /** Visits, and on how many of them it was used. */
  record Visits(long used, long visits) {
    static Visits of(Proportion share) {
      return new Visits(share.successes(), share.trials());
    }
  }

  /**
   * @param withRule, withoutRule visits on which the asset was used
   * @param difference of their shares with its 95 % interval, or null with fewer than 20 on a side
   * @param anythingWithRule, anythingWithoutRule visits on which anything of the slate was used
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Effect(
      Visits withRule,
      Visits withoutRule,
      @Nullable Interval difference,
      Visits anythingWithRule,
      Visits anythingWithoutRule,
      @Nullable Interval anythingDifference) {
    static Effect of(CurationEffect effect) {
      return new Effect(
          Visits.of(effect.with()),
          Visits.of(effect.without()),
          effect.difference(),
          Visits.of(effect.anyWith()),
          Visits.of(effect.anyWithout()),
          effect.anyDifference());
    }
  }

  static CurationAnswer of(Listed listed) {
    var rule = listed.rule();
    var wanted = rule.wanted();
    var ended = rule.ended();
    return new CurationAnswer(
        rule.id(),
        wanted.asset().value(),
        listed.title(),
        wanted.kind().id(),
        wanted.points(),
        SegmentJson.of(wanted.segment()),
        wanted.from(),
        wanted.until(),
        wanted.reason(),
        listed.state().id(),
        rule.madeBy().value(),
        rule.madeAt(),
        ended == null ? null : ended.by().value(),
        ended == null ? null : ended.at(),
        rule.replaces(),
        listed.problem(),
        listed.conflicts().stream()
            .map(each -> new ConflictJson(each.with().id(), each.words()))
            .toList(),
        Effect.of(listed.effect()));
  }
}
