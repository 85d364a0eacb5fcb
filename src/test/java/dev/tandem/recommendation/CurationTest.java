package dev.tandem.recommendation;

import static dev.tandem.recommendation.TestAsset.TODAY;
import static dev.tandem.recommendation.TestAsset.asset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.Mockito.when;

import dev.tandem.deals.DealContext;
import dev.tandem.deals.OpportunityId;
import dev.tandem.feedback.FeedbackEvent.SlateServed;
import dev.tandem.identity.Account;
import dev.tandem.identity.Role;
import dev.tandem.identity.User;
import dev.tandem.identity.UserId;
import dev.tandem.library.AssetId;
import dev.tandem.library.AssetStatus;
import dev.tandem.recommendation.curation.CurationRule;
import dev.tandem.recommendation.curation.CurationRule.Kind;
import dev.tandem.recommendation.curation.CurationRule.Wanted;
import dev.tandem.recommendation.curation.Segment;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Term;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Marketing decides for a segment and a time, within bounds, and everybody sees it. */
class CurationTest {
  private static final UserId MARKETER = new UserId("ingrid");
  private static final DealContext DEAL =
      Bench.deal(JourneyStage.DECISION, "Utilities", List.of("Dispatch"), List.of(), null);
  private static final Segment DECISION =
      new Segment(JourneyStage.DECISION, null, null, null, null, null);

  private Bench bench = library(new Bench());

  private static Bench library(Bench bench) {
    for (int i = 0; i < 12; i++)
      bench.with(
          asset("proof-" + i, "Story " + "abcdefghijkl".charAt(i) + " of " + (char) ('m' + i))
              .type(i % 2 == 0 ? ContentType.CASE_STUDY : ContentType.PRICING)
              .stage(JourneyStage.DECISION)
              .industry("Utilities"));
    return bench.with(
        asset("misfit", "Cooking at sea").type(ContentType.BLOG_POST).stage(JourneyStage.AWARENESS),
        asset("secret", "Fighting rivals")
            .type(ContentType.BATTLECARD)
            .stage(JourneyStage.AWARENESS)
            .internal(),
        asset("old", "Prices of yesteryear")
            .type(ContentType.BLOG_POST)
            .expires(TODAY.minusDays(1)),
        asset("draft", "Not ready").status(AssetStatus.DRAFT));
  }

  private CurationRule rule(Kind kind, String asset, double points, Segment segment) {
    return bench.rules.make(
        new Wanted(
            new AssetId(asset), kind, points, segment, TODAY, TODAY.plusDays(30), "trade fair"),
        MARKETER);
  }

  private CurationRule pin(String asset) {
    return rule(Kind.PIN, asset, 0, DECISION);
  }

  private List<String> ids(DealContext deal) {
    return Bench.ids(bench.ask("", deal, 5));
  }

  private SlateServed logged() {
    return (SlateServed) bench.logged.getLast();
  }

  @Test
  void aPinnedAssetComesFirstWithWhoAndWhyAndUntilWhen() {
    when(bench.users.find(MARKETER))
        .thenReturn(Optional.of(account(MARKETER, "Ingrid Solberg", "")));
    var rule = pin("misfit");
    var first = bench.ask("", DEAL, 5).items().getFirst();
    assertThat(first.asset().id().value()).isEqualTo("misfit");
    assertThat(first.reasons().getFirst())
        .isEqualTo(
            new Slate.Reason("pinned", "Pinned by Ingrid Solberg until 20 Dec 2026: trade fair"));
    assertThat(first.curated())
        .isEqualTo(
            new Slate.Curated(
                rule.id(), Kind.PIN, "Ingrid Solberg", TODAY.plusDays(30), "trade fair"));
    assertThat(logged().items().getFirst().rules()).containsExactly(rule.id());
    assertThat(logged().curated()).isEqualTo(new SlateServed.Curated(List.of(rule.id()), false));
  }

  @Test
  void noRuleShowsWhatFailsTheHardRules() {
    for (var asset : List.of("old", "draft", "secret")) pin(asset);
    var forBuyers = Bench.buyerSafe(Bench.request("", DEAL, 20));
    assertThat(Bench.ids(bench.recommender.recommend(forBuyers)))
        .isNotEmpty()
        .doesNotContain("old", "draft", "secret");
  }

  @Test
  void whereARepTypesAPinActsOnlyOnWhatTheWordsFind() {
    pin("misfit");
    assertThat(Bench.ids(bench.ask("story", DEAL, 5))).isNotEmpty().doesNotContain("misfit");
    assertThat(Bench.ids(bench.ask("cooking", DEAL, 20)).getFirst()).isEqualTo("misfit");
  }

  @Test
  void aPinIsNotRepeatedToABuyerWhoHasIt() {
    pin("misfit");
    bench.received.put(new AssetId("misfit"), Instant.parse("2026-11-01T09:00:00Z"));
    assertThat(ids(DEAL)).doesNotContain("misfit");
  }

  @Test
  void aRuleHoldsForItsSegmentAndItsDaysOnly() {
    rule(
        Kind.PIN,
        "misfit",
        0,
        new Segment(
            JourneyStage.DECISION,
            new Term(Dimension.INDUSTRY, "Utilities"),
            null,
            new Term(Dimension.PRODUCT, "Dispatch"),
            null,
            null));
    assertThat(ids(DEAL)).contains("misfit");
    assertThat(ids(Bench.at(JourneyStage.DECISION))).doesNotContain("misfit");
    assertThat(ids(Bench.deal(JourneyStage.DECISION, "Retail", List.of("Dispatch"), List.of(), "")))
        .doesNotContain("misfit");
    assertThat(bench.rules.on(TODAY.minusDays(1))).isEmpty();
    assertThat(bench.rules.on(TODAY.plusDays(31))).isEmpty();
  }

  @Test
  void aRuleForATeamHoldsForItsRepsOnly() {
    rule(Kind.PIN, "misfit", 0, new Segment(null, null, null, null, null, "North"));
    assertThat(ids(DEAL)).doesNotContain("misfit");
    when(bench.users.find(Bench.REP)).thenReturn(Optional.of(account(Bench.REP, "Rep", "north ")));
    assertThat(ids(DEAL).getFirst()).isEqualTo("misfit");
  }

  @Test
  void aBoostMovesUpAndABurialDownByNoMoreThanItsPoints() {
    var before = ids(DEAL);
    var last = before.getLast();
    rule(Kind.BOOST, last, 2, DECISION);
    var slate = bench.ask("", DEAL, 5);
    assertThat(Bench.ids(slate).getFirst()).isEqualTo(last);
    assertThat(slate.items().getFirst().reasons().getFirst().code()).isEqualTo("boosted");
    bench = library(new Bench());
    rule(Kind.BURY, before.getFirst(), 2, DECISION);
    assertThat(ids(DEAL)).doesNotContain(before.getFirst());
    bench = library(new Bench());
    rule(Kind.BOOST, "misfit", 0.1, DECISION);
    assertThat(ids(DEAL)).isEqualTo(before);
  }

  @Test
  void theScoreThatIsLoggedStaysTheModelsOwn() {
    var before = bench.ask("", DEAL, 5).items().getLast();
    rule(Kind.BOOST, before.asset().id().value(), 2, DECISION);
    assertThat(bench.ask("", DEAL, 5).items().getFirst().score())
        .isCloseTo(before.score(), within(1e-9));
  }

  @Test
  void ofTwoRulesForOneAssetTheNarrowerActsElseTheNewer() {
    rule(
        Kind.PIN,
        "misfit",
        0,
        new Segment(
            JourneyStage.DECISION,
            new Term(Dimension.INDUSTRY, "Utilities"),
            null,
            null,
            null,
            null));
    rule(Kind.BURY, "misfit", 2, DECISION);
    assertThat(ids(DEAL).getFirst()).isEqualTo("misfit");
    rule(Kind.PIN, "proof-3", 0, DECISION);
    rule(Kind.PIN, "proof-4", 0, DECISION);
    assertThat(ids(DEAL).subList(0, 2)).containsExactly("misfit", "proof-4"); // two pins at most
  }

  @Test
  void someVisitsGoWithoutRulesAndTheChancesAreLogged() {
    bench = library(new Bench(0.25));
    var rule = pin("misfit");
    var plain = new ArrayList<SlateServed>();
    var ruled = new ArrayList<SlateServed>();
    for (int i = 0; i < 200; i++) {
      bench.ask("", onDeal("D" + i), 5);
      (curated().leftOut() ? plain : ruled).add(logged());
      assertThat(curated().rules()).containsExactly(rule.id());
    }
    assertThat(plain).hasSizeBetween(30, 70);
    assertThat(plain)
        .allSatisfy(
            slate ->
                assertThat(slate.items())
                    .allSatisfy(item -> assertThat(item.selectionProbability()).isEqualTo(0.25)));
    assertThat(ruled)
        .allSatisfy(
            slate -> {
              assertThat(slate.items().getFirst().asset().value()).isEqualTo("misfit");
              assertThat(slate.items().getFirst().selectionProbability()).isEqualTo(0.75);
            });
  }

  @Test
  void aRepSeesTheSameAllDayOnOneDeal() {
    bench = library(new Bench(0.5));
    pin("misfit");
    for (int i = 0; i < 10; i++) {
      var deal = onDeal("D" + i);
      assertThat(ids(deal)).isEqualTo(ids(deal));
    }
  }

  @Test
  void evaluationsMeasureTheRankingWithoutRules() {
    pin("misfit");
    var slate = bench.recommender.rehearse(Bench.request("", DEAL, 5), new Bench.Models().prior());
    assertThat(Bench.ids(slate)).doesNotContain("misfit");
  }

  private SlateServed.Curated curated() {
    return java.util.Objects.requireNonNull(logged().curated());
  }

  private static DealContext onDeal(String id) {
    return new DealContext(
        new OpportunityId(id),
        DEAL.stage(),
        DEAL.industry(),
        null,
        null,
        List.of(),
        List.of(),
        DEAL.products(),
        null);
  }

  private static Account account(UserId id, String name, String team) {
    return new Account(new User(id, name, Role.REP), team, true, false, false, Instant.EPOCH);
  }
}
