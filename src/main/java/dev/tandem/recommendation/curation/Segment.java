package dev.tandem.recommendation.curation;

import dev.tandem.deals.DealContext;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom a rule is for: all that is said must hold, what is null does not matter.
 *
 * @param team of the rep, compared without regard to case
 */
public record Segment(
    @Nullable JourneyStage stage,
    @Nullable Term industry,
    @Nullable Term persona,
    @Nullable Term product,
    @Nullable Term region,
    @Nullable String team) {

  public Segment {
    if (team != null) team = team.strip();
    if (team != null && team.isEmpty()) team = null;
    if (Stream.of(stage, industry, persona, product, region, team).allMatch(Objects::isNull))
      throw new IllegalArgumentException(
          "say for whom: a stage, industry, persona, product, region or team");
  }

  /**
   * @param repTeam of the rep who asks, empty for none
   */
  public boolean holds(DealContext deal, String repTeam) {
    return (stage == null || stage == deal.stage().stage())
        && (industry == null || industry.equals(deal.industry()))
        && (persona == null || deal.personas().contains(persona))
        && (product == null || deal.products().contains(product))
        && (region == null || region.equals(deal.region()))
        && (team == null || team.equalsIgnoreCase(repTeam.strip()));
  }

  /** How many things are said: the more, the narrower. */
  public int criteria() {
    return (int)
        Stream.of(stage, industry, persona, product, region, team).filter(Objects::nonNull).count();
  }

  /** Whether some deal can be in both; a deal has several personas and products. */
  public boolean meets(Segment other) {
    return sameIfSaid(stage, other.stage)
        && sameIfSaid(industry, other.industry)
        && sameIfSaid(region, other.region)
        && (team == null || other.team == null || team.equalsIgnoreCase(other.team));
  }

  private static boolean sameIfSaid(@Nullable Object one, @Nullable Object other) {
    return one == null || other == null || one.equals(other);
  }

  /** For people, such as "Decision · Manufacturing · team North". */
  public String words() {
    var words = new ArrayList<String>();
    if (stage != null) words.add(stage.label());
    for (var term : terms()) words.add(term.label());
    if (team != null) words.add("team " + team);
    return String.join(" · ", words);
  }

  private List<Term> terms() {
    return Stream.of(industry, persona, product, region).filter(Objects::nonNull).toList();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Segment segment
        && stage == segment.stage
        && Objects.equals(industry, segment.industry)
        && Objects.equals(persona, segment.persona)
        && Objects.equals(product, segment.product)
        && Objects.equals(region, segment.region)
        && Objects.equals(lower(team), lower(segment.team));
  }

  @Override
  public int hashCode() {
    return Objects.hash(stage, industry, persona, product, region, lower(team));
  }

  private static @Nullable String lower(@Nullable String team) {
    return team == null ? null : team.toLowerCase(Locale.ROOT);
  }
}
