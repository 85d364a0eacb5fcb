package dev.tandem.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.deals.DealContext;
import dev.tandem.deals.DealsOnDatabase;
import dev.tandem.deals.Opportunities;
import dev.tandem.deals.Opportunities.StageMoment;
import dev.tandem.deals.OpportunitiesChanged;
import dev.tandem.deals.Opportunity;
import dev.tandem.deals.OpportunityId;
import dev.tandem.deals.Outcome;
import dev.tandem.feedback.AssetEvidence.Circle;
import dev.tandem.feedback.AssetEvidence.Count;
import dev.tandem.feedback.AssetEvidence.SimilarDeals;
import dev.tandem.feedback.FeedbackEvent.AssetUsed;
import dev.tandem.feedback.FeedbackEvent.BuyerView;
import dev.tandem.feedback.FeedbackEvent.Dismissal;
import dev.tandem.feedback.FeedbackEvent.Impression;
import dev.tandem.feedback.FeedbackEvent.Rating;
import dev.tandem.feedback.FeedbackEvent.Retraction;
import dev.tandem.feedback.FeedbackEvent.Share;
import dev.tandem.feedback.FeedbackEvent.SlateServed;
import dev.tandem.feedback.FeedbackEvent.Surface;
import dev.tandem.identity.UserId;
import dev.tandem.library.AssetId;
import dev.tandem.search.LibraryInMemory;
import dev.tandem.shared.Proportion;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.Term;
import dev.tandem.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@ExtendWith(TestDatabase.class)
class EvidenceIndexTest {
  private static final UserId REP = new UserId("rita");
  private static final AssetId ASSET = new AssetId("guide");
  private static final OpportunityId DEAL = new OpportunityId("D-1");
  private static final OpportunityId SISTER = new OpportunityId("D-2");

  private final JdbcClient jdbc;
  private final PlatformTransactionManager transactions;
  private final Opportunities deals;
  private final JdbcFeedbackLog log;
  private final List<OpportunitiesChanged> changes = new ArrayList<>();
  private final LibraryInMemory library = new LibraryInMemory();
  private EvidenceIndex evidence;

  EvidenceIndexTest(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.log = new JdbcFeedbackLog(jdbc, Clock.systemUTC());
    this.deals =
        DealsOnDatabase.open(
            jdbc,
            transactions,
            Clock.systemUTC(),
            event -> {
              if (event instanceof OpportunitiesChanged changed) changes.add(changed);
            });
    this.evidence = fromTheStart();
  }

  @AfterEach
  void close() {
    log.close();
  }

  @BeforeEach
  void twoDealsOfOneAccount() {
    jdbc.sql("truncate opportunity, stage_history, feedback_event").update();
    deals.save(deal(DEAL, Outcome.OPEN));
    deals.save(deal(SISTER, Outcome.OPEN));
    deals.addHistory(
        List.of(
            new StageMoment(DEAL, "Needs Analysis", at("2026-02-01")),
            new StageMoment(DEAL, "Proposal", at("2026-03-01"))));
    evidence = fromTheStart();
  }

  @Test
  void aUseOfSomethingSeenCountsOnceASlateAndEachTimeAsAUse() {
    log.append(
        List.of(
            served("s1"),
            seen("i1", "s1"),
            seen("i2", "s1"),
            open("o1", "s1"),
            open("o2", "s1"),
            seen("i3", "s2"),
            open("o3", "s3")));
    var tally = evidence.of(ASSET);
    assertThat(tally.useRate()).isEqualTo(new Proportion(2, 3));
    assertThat(tally.opens()).isEqualTo(3);
    assertThat(evidence.of(new AssetId("unseen"))).isEqualTo(AssetEvidence.Tally.NONE);
  }

  @Test
  void verdictsAndBuyersViewsAreCounted() {
    log.append(
        List.of(
            new Rating("r1", at("2026-03-05"), REP, ASSET, true, null, null, null),
            new Rating("r2", at("2026-03-05"), REP, ASSET, false, "old", null, null),
            new Dismissal("d1", at("2026-03-05"), "s1", ASSET, REP, "too technical"),
            new BuyerView("b1", at("2026-03-06"), "sh", ASSET, 1, 12.5, "v")));
    var tally = evidence.of(ASSET);
    assertThat(List.of(tally.helpful(), tally.notHelpful(), tally.buyerViews()))
        .containsExactly(1L, 1L, 1L);
    assertThat(tally.buyerSeconds()).isEqualTo(12.5);
    assertThat(tally.dismissals()).isEqualTo(Map.of("too technical", 1L));
  }

  @Test
  void similarUseKnowsTheStageOfThatMomentAndFollowsTheHistory() {
    log.append(List.of(share("x", DEAL, "2026-02-10"), share("y", DEAL, "2026-03-10")));
    var atDecision = deals.contextOf(DEAL);
    assertThat(evidence.similarUse(ASSET, atDecision).sameBoth()).isEqualTo(new Count(0, 0, 1));
    assertThat(evidence.similarUse(ASSET, atDecision).sameIndustry()).isEqualTo(new Count(0, 0, 2));
    assertThat(evidence.similarUse(ASSET, DealContext.EMPTY).sameStage()).isEqualTo(Count.NONE);
    deals.addHistory(List.of(new StageMoment(DEAL, "Negotiation", at("2026-02-05"))));
    forwardChanges();
    assertThat(evidence.similarUse(ASSET, atDecision).sameBoth()).isEqualTo(new Count(0, 0, 2));
  }

  @Test
  void dealsCountByHowTheyStandNow() {
    log.append(List.of(share("x", DEAL, "2026-02-10"), share("y", DEAL, "2026-03-10")));
    log.append(open("o", null));
    assertThat(evidence.of(ASSET).dealsOpen()).isEqualTo(1);
    deals.save(deal(DEAL, Outcome.WON));
    forwardChanges();
    assertThat(evidence.of(ASSET).dealsOpen()).isZero();
    assertThat(evidence.of(ASSET).dealsWon()).isEqualTo(1);
  }

  @Test
  void whatTheBuyerWasSentIsKnownByDealAndByAccount() {
    log.append(List.of(share("x", DEAL, "2026-02-10"), share("y", DEAL, "2026-02-01")));
    assertThat(evidence.sentTo(DEAL)).isEqualTo(Map.of(ASSET, at("2026-02-10")));
    assertThat(evidence.sentTo(SISTER)).isEmpty();
    assertThat(evidence.sentToAccountOf(SISTER)).containsKey(ASSET);
  }

  @Test
  void whatIsTakenBackNeverCountsWhicheverComesFirst() {
    var before = evidence.of(ASSET);
    log.append(List.of(served("s1"), seen("i1", "s1"), share("x", DEAL, "2026-02-10")));
    assertThat(evidence.of(ASSET).shares()).isEqualTo(1);
    log.append(new Retraction("back", at("2026-02-11"), "x", REP));
    log.append(new Retraction("early", at("2026-02-11"), "later", REP));
    log.append(share("later", DEAL, "2026-02-12"));
    for (var each : List.of(evidence, fromTheStart())) {
      assertThat(each.of(ASSET).shares()).isEqualTo(before.shares());
      assertThat(each.of(ASSET).dealsOpen()).isZero();
      assertThat(each.of(ASSET).useRate()).isEqualTo(new Proportion(0, 1));
      assertThat(each.sentTo(DEAL)).isEmpty();
    }
  }

  @Test
  void similarDealsAndColleaguesCountOnceEach() {
    log.append(List.of(served("s1"), seen("i1", "s1"), served("s2"), seen("i2", "s2")));
    log.append(List.of(open("o1", "s1"), share("x", SISTER, "2026-03-10")));
    var around = evidence.similarDeals(ASSET, deals.contextOf(DEAL), null);
    assertThat(around.sameIndustry()).isEqualTo(new Circle(2, 2, 1, 1));
    assertThat(around.sameBoth()).isEqualTo(new Circle(1, 1, 1, 1)); // SISTER's stage is unknown
    assertThat(evidence.similarDeals(ASSET, DealContext.EMPTY, null)).isEqualTo(SimilarDeals.NONE);
  }

  @Test
  void theRepWhoAsksIsNoColleague() {
    log.append(List.of(served("s1"), seen("i1", "s1"), open("o1", "s1")));
    var around = evidence.similarDeals(ASSET, deals.contextOf(DEAL), REP);
    assertThat(around.sameBoth()).isEqualTo(new Circle(1, 1, 0, 0));
  }

  @Test
  void aUseThatIsTakenBackIsNoneOnSimilarDealsEither() {
    log.append(share("x", DEAL, "2026-03-10"));
    assertThat(evidence.similarDeals(ASSET, deals.contextOf(DEAL), null).sameBoth().dealsUsing())
        .isEqualTo(1);
    log.append(new Retraction("back", at("2026-03-11"), "x", REP));
    assertThat(evidence.similarDeals(ASSET, deals.contextOf(DEAL), null))
        .isEqualTo(SimilarDeals.NONE);
  }

  @Test
  void aSendingIsReadFromHalfAMinuteOnOverAllVisits() {
    log.append(
        List.of(
            share("x", DEAL, "2026-03-10"),
            new BuyerView("b1", at("2026-03-11"), "share-x", ASSET, 1, 20, "v"),
            new BuyerView("b2", at("2026-03-12"), "share-y", ASSET, 1, 29, "v")));
    assertThat(evidence.of(ASSET).sendingsRead()).isZero();
    log.append(new BuyerView("b3", at("2026-03-12"), "share-x", ASSET, 2, 10, "v"));
    assertThat(evidence.of(ASSET).sendingsRead()).isEqualTo(1);
  }

  @Test
  void whatHappenedWithAMergedCopyCountsForTheKeptOneUntilTheyAreSeparated() {
    var copy = new AssetId("copy");
    log.append(new Share("c1", at("2026-03-10"), "share-c", REP, copy, DEAL, null));
    log.append(share("x", DEAL, "2026-03-11"));
    assertThat(evidence.of(ASSET).shares()).isEqualTo(1);
    library.merged.put(copy, ASSET);
    assertThat(evidence.of(ASSET).shares()).isEqualTo(2);
    assertThat(evidence.sentTo(DEAL)).containsOnlyKeys(ASSET);
    library.merged.clear();
    assertThat(evidence.of(ASSET).shares()).isEqualTo(1);
    assertThat(evidence.of(copy).shares()).isEqualTo(1);
  }

  private void forwardChanges() {
    changes.forEach(evidence::on);
  }

  private EvidenceIndex fromTheStart() {
    return new EvidenceIndex(jdbc, transactions, log, deals, library);
  }

  private static Opportunity deal(OpportunityId id, Outcome outcome) {
    return new Opportunity(
        id,
        id.value(),
        "Acme",
        new Term(Dimension.INDUSTRY, "Retail"),
        null,
        null,
        List.of(),
        "Proposal",
        null,
        List.of(),
        List.of(),
        null,
        REP,
        null,
        null,
        outcome,
        null,
        null,
        null,
        Clock.systemUTC().instant());
  }

  private static SlateServed served(String slate) {
    return new SlateServed(
        "served-" + slate,
        at("2026-03-05"),
        slate,
        Surface.DEAL,
        REP,
        DEAL,
        null,
        "prior",
        List.of(new SlateServed.Item(ASSET, 1, 1, 1, Map.of())));
  }

  private static Impression seen(String key, String slate) {
    return new Impression(key, at("2026-03-05"), slate, ASSET);
  }

  private static AssetUsed open(String key, @Nullable String slate) {
    return new AssetUsed(key, at("2026-03-05"), AssetUsed.Use.OPEN, REP, ASSET, slate, null);
  }

  private static Share share(String key, OpportunityId deal, String day) {
    return new Share(key, at(day), "share-" + key, REP, ASSET, deal, null);
  }

  private static Instant at(String day) {
    return Instant.parse(day + "T09:00:00Z");
  }
}
