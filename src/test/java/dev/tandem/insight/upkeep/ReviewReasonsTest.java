package dev.tandem.insight.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.identity.UserId;
import dev.tandem.insight.InsightOnDatabase;
import dev.tandem.insight.upkeep.ReviewReason.Kind;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetId;
import dev.tandem.library.AssetStatus;
import dev.tandem.library.Label;
import dev.tandem.taxonomy.Audience;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.Term;
import dev.tandem.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(TestDatabase.class)
class ReviewReasonsTest {
  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  private static final Term LEDGER = new Term(Dimension.PRODUCT, "Ledger");

  private final JdbcClient jdbc;
  private final SubjectChanges changes;
  private final ReviewReasons reasons;
  private int sequence;

  ReviewReasonsTest(JdbcClient jdbc) {
    this.jdbc = jdbc;
    jdbc.sql("delete from insight_event").update();
    for (var table : List.of("insight_day", "insight_month", "insight_trend"))
      jdbc.sql("delete from " + table).update();
    jdbc.sql("insert into insight_number (name) values ('sheet') on conflict do nothing").update();
    jdbc.sql("delete from insight_subject_change").update();
    var clock = Clock.fixed(NOW, ZoneOffset.UTC);
    changes = new SubjectChanges(jdbc, clock);
    reasons =
        new ReviewReasons(new UseCounts(jdbc, InsightOnDatabase.dailyUses(jdbc)), changes, clock);
  }

  @ParameterizedTest(name = "review by {0}, expires on {1}: {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          -          | -          | -
          2027-06-01 | -          | -
          2026-12-20 | -          | SOON
          2026-11-25 | -          | DUE
          2026-11-26 | -          | SOON
          -          | 2026-12-01 | SOON
          2026-11-01 | 2026-11-26 | EXPIRED
          """)
  void datesAskForAReview(
      @Nullable LocalDate review, @Nullable LocalDate expires, @Nullable Kind expected) {
    assertThat(kinds(asset(review, expires, TODAY.minusDays(10))))
        .isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  @Test
  void whatRepsCallOutOfDateCountsUntilItIsChanged() {
    complain("2026-11-01T10:00:00Z", "rita", "Out of date");
    complain("2026-11-02T10:00:00Z", "bob", "rather outdated, sorry");
    complain("2026-11-02T11:00:00Z", "bob", "Wrong industry");
    var before = asset(null, null, LocalDate.of(2026, 10, 1));
    assertThat(reasons.of(List.of(before)).get(before))
        .singleElement()
        .satisfies(
            reason -> assertThat(reason.words()).contains("2 times", "2 people", "in 180 days"));
    assertThat(kinds(asset(null, null, LocalDate.of(2026, 11, 3)))).isEmpty();
  }

  @Test
  void aFallCountsOnlyWhenChanceDoesNotExplainIt() {
    uses("2026-07-15T10:00:00Z", 12);
    uses("2026-11-15T10:00:00Z", 9); // 9 of 21 may well be half
    assertThat(kinds(asset(null, null, TODAY))).isEmpty();
    uses("2026-07-16T10:00:00Z", 20);
    assertThat(kinds(asset(null, null, TODAY))).containsExactly(Kind.RESULTS_FELL);
  }

  @Test
  void fewUsesSayNothingAboutAFall() {
    uses("2026-07-15T10:00:00Z", 9);
    assertThat(kinds(asset(null, null, TODAY))).isEmpty();
  }

  @Test
  void whatIsAboutAProductIsLookedAtWhenThatChanges() {
    var old = asset(null, null, LocalDate.of(2026, 10, 1));
    var since = asset(null, null, LocalDate.of(2026, 11, 20));
    changes.note(LEDGER, LocalDate.of(2026, 11, 10), "New prices", new UserId("ingrid"));
    assertThat(kinds(old)).containsExactly(Kind.SUBJECT_CHANGED);
    assertThat(kinds(since)).isEmpty();
  }

  @Test
  void archivedContentAsksForNothing() {
    var asset = asset(TODAY.minusDays(5), null, TODAY);
    assertThat(kinds(with(asset, AssetStatus.ARCHIVED))).isEmpty();
  }

  private List<Kind> kinds(Asset asset) {
    var found = reasons.of(List.of(asset)).get(asset);
    return found == null ? List.of() : found.stream().map(ReviewReason::kind).toList();
  }

  private void complain(String at, String rep, String reason) {
    event(at, "dismissal", rep, reason);
  }

  private void uses(String at, int times) {
    jdbc.sql(
            """
            insert into insight_day
            select ?::date, int4send(number) || int2send(0::int2) || decode(repeat('00', 8), 'hex')
              || int2send(?::int2) || decode(repeat('00', 14), 'hex'), '', ''
            from insight_number where name = 'sheet'
            """)
        .params(at.substring(0, 10), times)
        .update();
  }

  private void event(String at, String action, String rep, @Nullable String reason) {
    sequence++;
    jdbc.sql(
            "insert into insight_event (sequence, key, at, action, asset, rep, reason) values (?,"
                + " ?, ?::timestamptz, ?, 'sheet', ?, ?)")
        .param(sequence)
        .param("k" + sequence)
        .param(at)
        .param(action)
        .param(rep)
        .param(reason)
        .update();
  }

  private static Asset asset(
      @Nullable LocalDate review, @Nullable LocalDate expires, LocalDate changed) {
    var at = changed.atStartOfDay(ZoneOffset.UTC).toInstant();
    return new Asset(
        new AssetId("sheet"),
        2,
        7,
        Label.given("The sheet"),
        Label.given(""),
        Label.given(ContentType.DATA_SHEET),
        List.of(),
        List.of(Label.given(LEDGER)),
        Label.given("en"),
        Label.given(Audience.BUYER),
        AssetStatus.PUBLISHED,
        null,
        null,
        null,
        null,
        review,
        expires,
        null,
        List.of(),
        null,
        null,
        null,
        null,
        at,
        at);
  }

  private static Asset with(Asset asset, AssetStatus status) {
    return new Asset(
        asset.id(),
        asset.version(),
        asset.revision(),
        asset.title(),
        asset.description(),
        asset.type(),
        asset.stages(),
        asset.terms(),
        asset.language(),
        asset.audience(),
        status,
        asset.url(),
        asset.owner(),
        asset.author(),
        asset.publishedOn(),
        asset.reviewBy(),
        asset.expiresOn(),
        asset.cost(),
        asset.tags(),
        asset.fileName(),
        asset.mediaType(),
        asset.checksum(),
        asset.sourcePath(),
        asset.createdAt(),
        asset.changedAt());
  }
}
