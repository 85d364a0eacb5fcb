package dev.tandem.recommendation.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.deals.OpportunityId;
import dev.tandem.feedback.AppendResult;
import dev.tandem.feedback.FeedbackEvent;
import dev.tandem.feedback.FeedbackEvent.AssetUsed;
import dev.tandem.feedback.FeedbackEvent.Impression;
import dev.tandem.feedback.FeedbackEvent.Retraction;
import dev.tandem.feedback.FeedbackEvent.SlateServed;
import dev.tandem.feedback.FeedbackEvent.Surface;
import dev.tandem.feedback.FeedbackLog;
import dev.tandem.identity.UserId;
import dev.tandem.library.AssetId;
import dev.tandem.recommendation.curation.CurationRule.Kind;
import dev.tandem.recommendation.curation.CurationRule.Wanted;
import dev.tandem.search.LibraryInMemory;
import dev.tandem.shared.Proportion;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Term;
import dev.tandem.testing.TestDatabase;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@ExtendWith(TestDatabase.class)
class CurationRulesTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-20");
  private static final UserId INGRID = new UserId("ingrid");
  private static final UserId REP = new UserId("rita");
  private static final AssetId ASSET = new AssetId("guide");
  private static final Segment DECISION =
      new Segment(JourneyStage.DECISION, null, null, null, null, null);
  private static final Segment EVERYTHING =
      new Segment(
          JourneyStage.POST_SALE,
          new Term(Dimension.INDUSTRY, "Utilities"),
          new Term(Dimension.PERSONA, "CFO"),
          new Term(Dimension.PRODUCT, "Dispatch"),
          new Term(Dimension.REGION, "Nordics"),
          "North");

  private final Clock clock =
      Clock.fixed(TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
  private final JdbcClient jdbc;
  private final Log log = new Log();
  private final LibraryInMemory library = new LibraryInMemory();
  private final CurationRules rules;
  private final CurationEffects effects = new CurationEffects(log, clock);

  CurationRulesTest(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.rules = new JdbcCurationRules(jdbc, transactions, log, library, clock);
  }

  @BeforeEach
  void noRules() {
    jdbc.sql("truncate recommendation_curation").update();
  }

  private static Wanted wanted(Kind kind, double points, Segment segment, int from, int days) {
    var first = TODAY.plusDays(from);
    return new Wanted(ASSET, kind, points, segment, first, first.plusDays(days), "trade fair");
  }

  @Test
  void aRuleComesBackAsItWasMade() {
    log.sequence = 7;
    var wanted = wanted(Kind.BURY, 1.5, EVERYTHING, 0, 30);
    var made = rules.make(wanted, INGRID);
    assertThat(rules.find(made.id())).contains(made);
    assertThat(made.wanted()).isEqualTo(wanted);
    assertThat(made.madeBy()).isEqualTo(INGRID);
    assertThat(made.madeAt()).isEqualTo(clock.instant());
    assertThat(made.logSequence()).isEqualTo(7);
  }

  @Test
  void itHoldsFromItsFirstDayToItsLast() {
    rules.make(wanted(Kind.PIN, 0, DECISION, 1, 2), INGRID);
    assertThat(rules.on(TODAY)).isEmpty();
    assertThat(rules.on(TODAY.plusDays(1))).hasSize(1);
    assertThat(rules.on(TODAY.plusDays(3))).hasSize(1);
    assertThat(rules.on(TODAY.plusDays(4))).isEmpty();
  }

  @Test
  void aRuleAboutAMergedCopyActsOnWhatWasKept() {
    rules.make(wanted(Kind.PIN, 0, DECISION, 0, 9), INGRID);
    var kept = new AssetId("handbook");
    library.merged.put(ASSET, kept);
    assertThat(rules.on(TODAY)).extracting(rule -> rule.wanted().asset()).containsExactly(kept);
    assertThat(rules.all(10)).extracting(rule -> rule.wanted().asset()).containsExactly(ASSET);
  }

  @Test
  void whoEndedOrReplacedARuleStaysKnown() {
    var first = rules.make(wanted(Kind.PIN, 0, DECISION, 0, 9), INGRID);
    var second = rules.replace(first.id(), wanted(Kind.BOOST, 1, DECISION, 0, 9), REP);
    assertThat(second.replaces()).isEqualTo(first.id());
    assertThat(rules.on(TODAY)).containsExactly(second);
    assertThat(rules.end(second.id(), INGRID)).isTrue();
    assertThat(rules.end(second.id(), INGRID)).isFalse();
    assertThat(rules.all(10))
        .extracting(rule -> rule.ended() == null ? null : rule.ended().by())
        .containsExactly(INGRID, REP);
    assertThatThrownBy(() -> rules.replace(first.id(), wanted(Kind.PIN, 0, DECISION, 0, 9), INGRID))
        .hasMessageContaining("has ended meanwhile");
    assertThat(rules.all(10)).hasSize(2);
  }

  @Test
  void whatMakesNoSenseIsRefusedWithTheReason() {
    assertThatThrownBy(() -> new Segment(null, null, null, null, null, " "))
        .hasMessageContaining("say for whom");
    assertThatThrownBy(() -> wanted(Kind.BOOST, 2.1, DECISION, 0, 9))
        .hasMessageContaining("points");
    assertThatThrownBy(() -> wanted(Kind.PIN, 0, DECISION, 0, 367))
        .hasMessageContaining("at most a year");
    assertThatThrownBy(() -> wanted(Kind.PIN, 0, DECISION, 0, -1)).hasMessageContaining("before");
    assertThatThrownBy(() -> rules.make(wanted(Kind.PIN, 0, DECISION, -9, 1), INGRID))
        .hasMessageContaining("over already");
  }

  @Test
  void conflictsAreToldWithWhoHasItsWay() {
    var broad = rules.make(wanted(Kind.BURY, 1, DECISION, 0, 9), INGRID);
    var narrow =
        new Segment(
            JourneyStage.DECISION,
            new Term(Dimension.INDUSTRY, "Utilities"),
            null,
            null,
            null,
            null);
    var conflicts = Conflicts.of(wanted(Kind.PIN, 0, narrow, 5, 9), null, rules.all(10));
    assertThat(conflicts).hasSize(1);
    assertThat(conflicts.getFirst().with()).isEqualTo(broad);
    assertThat(conflicts.getFirst().words())
        .isEqualTo("where both hold (Decision), this rule alone acts");
    assertThat(Conflicts.of(wanted(Kind.PIN, 0, EVERYTHING, 0, 9), null, rules.all(10))).isEmpty();
    assertThat(Conflicts.of(wanted(Kind.PIN, 0, narrow, 10, 9), null, rules.all(10))).isEmpty();
  }

  @Test
  void theEffectIsTheDifferenceToVisitsDrawnToGoWithout() {
    var rule = rules.make(wanted(Kind.PIN, 0, DECISION, 0, 30), INGRID);
    for (int i = 0; i < 40; i++) visit("with-" + i, rule, false, i % 2 == 0);
    for (int i = 0; i < 20; i++) visit("without-" + i, rule, true, i == 0);
    var effect = effect(rule);
    assertThat(effect.with()).isEqualTo(new Proportion(20, 40));
    assertThat(effect.without()).isEqualTo(new Proportion(1, 20));
    assertThat(Objects.requireNonNull(effect.difference()).low()).isBetween(0.1, 0.45);
  }

  @Test
  void aRepsDayOnADealCountsOnceAndUnseenSlatesNever() {
    var rule = rules.make(wanted(Kind.PIN, 0, DECISION, 0, 30), INGRID);
    visit("a", rule, false, true);
    visit("a", rule, false, true);
    serve("unseen", "b", rule, false);
    log.add(new AssetUsed("o-x", clock.instant(), AssetUsed.Use.OPEN, REP, ASSET, "other", null));
    var effect = effect(rule);
    assertThat(effect.with()).isEqualTo(new Proportion(1, 1));
    assertThat(effect.difference()).isNull(); // far too early
  }

  @Test
  void whatIsTakenBackIsNoUse() {
    var rule = rules.make(wanted(Kind.PIN, 0, DECISION, 0, 30), INGRID);
    visit("a", rule, false, true);
    assertThat(effect(rule).with().successes()).isEqualTo(1);
    log.add(new Retraction("r", clock.instant(), "open-" + slates, REP));
    assertThat(effect(rule).with()).isEqualTo(new Proportion(0, 1));
  }

  private CurationEffect effect(CurationRule rule) {
    return Objects.requireNonNull(effects.of(rules.all(10)).get(rule.id()));
  }

  private int slates;

  private void visit(String deal, CurationRule rule, boolean leftOut, boolean used) {
    var slate = "s" + ++slates;
    serve(slate, deal, rule, leftOut);
    log.add(new Impression("seen-" + slates, clock.instant(), slate, new AssetId("another")));
    if (used)
      log.add(
          new AssetUsed(
              "open-" + slates,
              clock.instant(),
              AssetUsed.Use.OPEN,
              REP,
              ASSET,
              slate,
              new OpportunityId(deal)));
  }

  private void serve(String slate, String deal, CurationRule rule, boolean leftOut) {
    log.add(
        new SlateServed(
            "served-" + slate,
            clock.instant(),
            slate,
            Surface.DEAL,
            REP,
            new OpportunityId(deal),
            null,
            "prior",
            List.of(new SlateServed.Item(ASSET, 1, 1, 1, Map.of())),
            new SlateServed.Curated(List.of(rule.id()), leftOut),
            null));
  }

  private static final class Log implements FeedbackLog {
    private final List<LoggedEvent> events = new ArrayList<>();
    private long sequence;

    void add(FeedbackEvent event) {
      events.add(new LoggedEvent(++sequence, event));
    }

    @Override
    public AppendResult append(List<? extends FeedbackEvent> added) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<LoggedEvent> after(long after, int limit) {
      return events.stream().filter(event -> event.sequence() > after).limit(limit).toList();
    }

    @Override
    public Optional<LoggedEvent> find(String key) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long latestSequence() {
      return sequence;
    }
  }
}
