package dev.tandem.embed;

import dev.tandem.deals.Opportunities;
import dev.tandem.deals.Opportunity;
import dev.tandem.feedback.Sendings;
import dev.tandem.feedback.Shares;
import dev.tandem.library.Asset;
import dev.tandem.library.Assets;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.Term;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** What the buyer got, by stage of the journey and member of the committee, and what came of it. */
@Component
class DealCoverage {
  private static final int MOST = 200;

  /**
   * @param stage where the buyer stands, or null
   * @param members the committee as the CRM names it
   * @param sent newest first, at most 200
   */
  record Answer(@Nullable String stage, List<String> members, List<Sent> sent) {}

  /**
   * @param stages whose content it is; empty for what has no stage or was deleted since
   * @param members for whom of the committee it is; empty for everybody
   * @param times how often it was sent, at least 1
   * @param at when last
   * @param views visits by the buyer
   * @param seconds how long these lasted altogether
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Sent(
      String asset,
      String title,
      List<String> stages,
      List<String> members,
      int times,
      Instant at,
      boolean copied,
      long views,
      double seconds,
      @Nullable Instant viewedAt) {}

  private final Shares shares;
  private final Assets assets;
  private final Opportunities opportunities;

  DealCoverage(Shares shares, Assets assets, Opportunities opportunities) {
    this.shares = shares;
    this.assets = assets;
    this.opportunities = opportunities;
  }

  Answer of(@Nullable Opportunity deal) {
    if (deal == null) return new Answer(null, List.of(), List.of());
    var newest = Sendings.of(shares.onDeal(deal.id())).stream().limit(MOST).toList();
    var found = assets.findAll(newest.stream().map(Sendings::asset).toList());
    var stage = opportunities.stageOf(deal).stage();
    var committee = Set.copyOf(deal.personas());
    return new Answer(
        stage == null ? null : stage.id(),
        deal.personas().stream().map(Term::label).toList(),
        newest.stream().map(sent -> sent(sent, found.get(sent.asset()), committee)).toList());
  }

  private static Sent sent(Sendings sent, @Nullable Asset asset, Set<Term> committee) {
    return new Sent(
        sent.asset().value(),
        asset == null ? sent.asset().value() : asset.title().value(),
        asset == null
            ? List.of()
            : asset.stages().stream().map(stage -> stage.value().id()).toList(),
        asset == null ? List.of() : members(asset, committee),
        sent.times(),
        sent.last(),
        sent.copied(),
        sent.viewers(),
        sent.seconds(),
        sent.viewedAt());
  }

  /** In the committee's own spelling; what is for others on no committee is for everybody. */
  private static List<String> members(Asset asset, Set<Term> committee) {
    var meant =
        asset.terms(Dimension.PERSONA).stream()
            .map(label -> label.value())
            .collect(Collectors.toSet());
    return committee.stream().filter(meant::contains).map(Term::label).toList();
  }
}
