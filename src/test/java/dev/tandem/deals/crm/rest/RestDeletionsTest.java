package dev.tandem.deals.crm.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.deals.Opportunities;
import dev.tandem.deals.OpportunityId;
import dev.tandem.deals.crm.Access;
import dev.tandem.deals.crm.DealSync;
import dev.tandem.deals.crm.FakeDeal;
import dev.tandem.deals.crm.RestComparison;
import dev.tandem.deals.crm.RestRemovals;
import dev.tandem.deals.crm.RestShape;
import dev.tandem.deals.crm.SyncAlone;
import dev.tandem.deals.crm.SyncReport;
import dev.tandem.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deals that are deleted or merged in a CRM that is described by configuration. */
@ExtendWith(TestDatabase.class)
class RestDeletionsTest {
  private static final Instant START = Instant.parse("2026-06-01T12:00:00Z");
  private static final RestComparison COMPARISON =
      new RestComparison(
          Duration.ofHours(24),
          null,
          "select=id&maxSize={limit}&orderBy=id&order=asc&where[0][type]=greaterThan"
              + "&where[0][attribute]=id&where[0][value]={after}",
          4);
  private static final RestRemovals REMOVALS =
      new RestRemovals(
          "/api/v1/Removed", "", "none", 200, "/removed", null, "/deal", "/at", "/winner");

  @TempDir Path home;
  private final DataSource database;
  private final EspoServer espo = new EspoServer();
  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final InstantSource time = now::get;
  private final Clock clock = time.withZone(ZoneOffset.UTC);
  private @Nullable SyncAlone program;

  RestDeletionsTest(DataSource database, JdbcClient jdbc) {
    this.database = database;
    jdbc.sql(
            "truncate opportunity, stage_history, sync_source, sync_record, sync_run, sync_problem,"
                + " sync_mapping")
        .update();
  }

  @BeforeEach
  void tenDeals() {
    for (int i = 0; i < 10; i++)
      espo.deals.put(FakeDeal.of(i, START).id(), FakeDeal.of(i, START.minusSeconds(9_000 + i)));
  }

  @AfterEach
  void stop() {
    if (program != null) program.close();
    espo.close();
  }

  @Test
  void whatIsNoLongerListedIsGone() {
    open(null, COMPARISON);
    assertThat(run().counts().added()).isEqualTo(10);
    delete("1003", "1007");
    later(Duration.ofHours(1));
    assertThat(run().counts().removed()).as("the next comparison is not due").isZero();
    later(Duration.ofHours(24));
    assertThat(run().counts().removed()).isEqualTo(2);
    assertThat(has("1003")).isFalse();
    assertThat(has("1004")).isTrue();
    later(Duration.ofHours(25));
    assertThat(run().counts().removed()).as("once").isZero();
  }

  @Test
  void aComparisonThatBreaksOffGoesOnAndRemovesNothingTooMuch() {
    open(null, COMPARISON);
    run();
    delete("1009");
    later(Duration.ofHours(25));
    espo.beforeIds =
        after -> {
          if (after.equals("1003")) throw new IllegalStateException("the CRM falls over");
        };
    assertThat(run().failure()).isNotNull();
    assertThat(has("1009")).isTrue();
    espo.beforeIds =
        after -> assertThat(after).as("what was listed is not again").isNotEqualTo("0");
    assertThat(run().counts().removed()).isEqualTo(1);
    assertThat(has("1009")).isFalse();
    assertThat(has("1000")).isTrue();
  }

  @Test
  void aDealThatIsDeletedWhileIdsAreListedShiftsNoOtherOutOfSight() {
    open(null, COMPARISON);
    run();
    later(Duration.ofHours(25));
    espo.beforeIds =
        after -> {
          if (after.equals("1003")) delete("1001");
        };
    run();
    for (int i = 4; i < 10; i++) assertThat(has("100" + i)).isTrue();
  }

  @Test
  void soManyAtOnceLookLikeAMissingRight() {
    open(null, COMPARISON);
    for (int i = 10; i < 30; i++)
      espo.deals.put(FakeDeal.of(i, START).id(), FakeDeal.of(i, START.minusSeconds(i)));
    run();
    for (int i = 5; i < 30; i++) espo.hidden.add("10" + (i < 10 ? "0" : "") + i);
    later(Duration.ofHours(25));
    var report = run();
    assertThat(report.counts().removed()).isZero();
    assertThat(report.notes().toString()).contains("25 of 30 deals", "none was removed");
  }

  @Test
  void whatComesBackIsReadAgainThoughItDidNotChange() {
    open(null, COMPARISON);
    run();
    espo.hidden.add("1002");
    later(Duration.ofHours(25));
    run();
    assertThat(has("1002")).isFalse();
    espo.hidden.clear();
    later(Duration.ofHours(25));
    assertThat(run().counts().added()).isEqualTo(1);
    assertThat(has("1002")).isTrue();
  }

  @Test
  void aListingOutOfOrderRemovesNothing() {
    open(null, COMPARISON);
    run();
    espo.sorts = false;
    later(Duration.ofHours(25));
    var report = run();
    assertThat(report.failure()).contains("does not");
    assertThat(has("1000")).isTrue();
  }

  @Test
  void aDryRunComparesNothing() {
    open(null, COMPARISON);
    run();
    delete("1001");
    later(Duration.ofHours(25));
    program().get(DealSync.class).run("espo", true, done -> {});
    assertThat(has("1001")).isTrue();
    assertThat(run().counts().removed()).isEqualTo(1);
  }

  @Test
  void aListOfDeletionsIsFollowedAndSaysWhatWasMerged() {
    open(REMOVALS, null);
    run();
    delete("1005", "1006");
    espo.merged.put("1006", "1001");
    later(Duration.ofMinutes(15));
    var counts = run().counts();
    assertThat(counts.removed()).isEqualTo(1);
    assertThat(counts.merged()).isEqualTo(1);
    assertThat(has("1005")).isFalse();
    assertThat(has("1006")).isFalse();
    later(Duration.ofMinutes(15));
    assertThat(run().counts().removed()).as("told twice, done once").isZero();
  }

  private void open(@Nullable RestRemovals removals, @Nullable RestComparison comparison) {
    espo.marksDeleted = false;
    var plain = RestGatewayTest.ESPO;
    var shape =
        new RestShape(
            plain.path(),
            plain.query(),
            plain.header(),
            plain.headerValue(),
            plain.paging(),
            plain.limit(),
            plain.records(),
            null,
            plain.id(),
            plain.modified(),
            plain.modifiedFormat(),
            null,
            null,
            removals,
            comparison,
            plain.values(),
            plain.columns());
    var settings = SyncAlone.settings("espo", Access.rest(espo.url(), "secret-key", shape));
    program = new SyncAlone(home, database, settings, clock);
  }

  private SyncAlone program() {
    return java.util.Objects.requireNonNull(program);
  }

  private SyncReport run() {
    return program().run("espo");
  }

  private boolean has(String id) {
    return program().get(Opportunities.class).find(new OpportunityId(id)).isPresent();
  }

  private void delete(String... ids) {
    for (var id : ids) espo.deleted.put(id, now.get());
  }

  private void later(Duration duration) {
    now.updateAndGet(moment -> moment.plus(duration));
  }
}
