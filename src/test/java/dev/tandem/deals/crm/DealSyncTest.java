package dev.tandem.deals.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.database.NamedLock;
import dev.tandem.deals.Opportunities;
import dev.tandem.deals.Opportunity;
import dev.tandem.deals.OpportunityId;
import dev.tandem.deals.Outcome;
import dev.tandem.deals.crm.CrmRecord.StagePassed;
import dev.tandem.shared.Money;
import dev.tandem.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(TestDatabase.class)
class DealSyncTest {
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final Instant EARLIER = Instant.parse("2026-05-20T10:00:00Z");
  private static final Instant LATER = Instant.parse("2026-05-20T11:00:00Z");

  @TempDir Path home;
  private final DataSource database;
  private final JdbcClient jdbc;
  private final CrmInMemory crm = new CrmInMemory();
  private SyncAlone program;
  private Opportunities deals;

  DealSyncTest(DataSource database, JdbcClient jdbc) {
    this.database = database;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void start() {
    jdbc.sql(
            "truncate opportunity, stage_history, sync_source, sync_record, sync_run, sync_problem,"
                + " sync_mapping")
        .update();
    program = open(SyncAlone.settings("crm", Access.memory()));
    deals = program.get(Opportunities.class);
  }

  private SyncAlone open(SyncSettings settings) {
    return new SyncAlone(home, database, settings, Clock.fixed(NOW, ZoneOffset.UTC), crm);
  }

  @AfterEach
  void stop() {
    program.close();
  }

  @Test
  void dealsComeInAndComingAgainChangesNothing() {
    crm.page(record("1", EARLIER, "name", "One"), record("2", EARLIER, "name", "Two"));
    assertThat(program.run("crm").counts().added()).isEqualTo(2);
    program.get(SyncSources.class).startOver("crm");
    var again = program.run("crm").counts();
    assertThat(again.unchanged()).isEqualTo(2);
    assertThat(again.all()).isEqualTo(2);
    assertThat(deals.all()).extracting(Opportunity::name).containsExactly("One", "Two");
  }

  @Test
  void aRunThatBreaksOffGoesOnAtThePageThatFailed() {
    crm.page(record("1", EARLIER, "name", "One"));
    crm.page(record("2", EARLIER, "name", "Two"));
    crm.broken = 1;
    var broken = program.run("crm");
    assertThat(broken.failure()).contains("no answer");
    assertThat(broken.advice()).contains("goes on");
    assertThat(deals.all()).hasSize(1);
    crm.broken = -1;
    crm.pages.set(0, CrmPage.of(List.of(), SyncCursor.START.with("page", 99), false));
    assertThat(program.run("crm").counts().added()).as("only the second page").isEqualTo(1);
    assertThat(deals.all()).hasSize(2);
  }

  @Test
  void whatIsOlderNeverOverwritesWhatIsNewer() {
    crm.page(record("1", LATER, "name", "New"));
    crm.page(record("1", EARLIER, "name", "Old"));
    var counts = program.run("crm").counts();
    assertThat(counts.stale()).isEqualTo(1);
    assertThat(name("1")).isEqualTo("New");
  }

  @Test
  void theSameDealTwiceInAPageIsTakenOnceAndAsItIsNow() {
    crm.page(record("1", LATER, "name", "New"), record("1", EARLIER, "name", "Old"));
    assertThat(program.run("crm").counts().added()).isEqualTo(1);
    assertThat(name("1")).isEqualTo("New");
  }

  @Test
  void aDeletedDealGoesAndOldNewsDoNotBringItBack() {
    crm.page(record("1", EARLIER, "name", "One"));
    crm.page(List.of(), List.of(new CrmRemoval("1", LATER, null)));
    crm.page(record("1", EARLIER, "name", "One"));
    var counts = program.run("crm").counts();
    assertThat(counts.removed()).isEqualTo(1);
    assertThat(deals.all()).isEmpty();
  }

  @Test
  void aDealThatIsRestoredLaterComesBack() {
    crm.page(record("1", EARLIER, "name", "One"));
    crm.page(List.of(), List.of(new CrmRemoval("1", LATER, null)));
    crm.page(record("1", LATER.plusSeconds(1), "name", "One again"));
    program.run("crm");
    assertThat(name("1")).isEqualTo("One again");
  }

  @Test
  void mergedDealsLeaveTheirHistoryToTheWinner() {
    crm.page(
        with(record("1", EARLIER, "sales_stage", "Demo"), new StagePassed("Demo", EARLIER)),
        with(record("2", EARLIER, "sales_stage", "Offer"), new StagePassed("Offer", LATER)));
    var winner = record("2", LATER, "sales_stage", "Offer");
    crm.page(new CrmRecord("2", winner.modifiedAt(), winner.values(), List.of(), Set.of("1")));
    crm.page(List.of(), List.of(new CrmRemoval("1", LATER, null)));
    var counts = program.run("crm").counts();
    assertThat(counts.merged()).isEqualTo(1);
    assertThat(counts.removed()).isZero();
    assertThat(deals.all()).extracting(deal -> deal.id().value()).containsExactly("2");
    assertThat(deals.stageHistory(new OpportunityId("2")))
        .extracting(entry -> entry.salesStage())
        .containsExactly("Demo", "Offer");
  }

  @Test
  void aStageIsEnteredWhenTheCrmSaysAndNotWhenWeHearOfIt() {
    crm.page(with(record("1", LATER, "sales_stage", "Demo"), new StagePassed("Demo", EARLIER)));
    program.run("crm");
    assertThat(deals.stageHistory(new OpportunityId("1")))
        .extracting(entry -> entry.enteredOn())
        .containsExactly(EARLIER);
  }

  @Test
  void aRecordThatIsWrongIsSaidAndTheOthersAreTaken() {
    crm.page(
        record("1", EARLIER, "amount", "-5"),
        record("2", EARLIER, "closed_on", "soon"),
        record("3", EARLIER, "name", "Good"));
    var report = program.run("crm");
    assertThat(report.counts().refused()).isEqualTo(2);
    assertThat(report.counts().added()).isEqualTo(1);
    var problems = program.get(SyncSources.class).problems("crm", 10);
    assertThat(problems).extracting(problem -> problem.crmId()).containsExactly("1", "2");
    assertThat(problems.getFirst().column()).isEqualTo("amount");
    assertThat(problems.getFirst().advice()).contains("crm_amount");
  }

  @Test
  void aProblemGoesWhenTheRecordIsRight() {
    crm.page(record("1", EARLIER, "amount", "-5"));
    program.run("crm");
    crm.page(record("1", LATER, "amount", "5"));
    program.run("crm");
    assertThat(program.get(SyncSources.class).countProblems("crm")).isZero();
  }

  @Test
  void whatTheDatabaseRefusesDoesNotHoldUpItsPage() {
    crm.page(record("1", EARLIER, "name", "One"), record("2", EARLIER, "name", "Two"));
    jdbc.sql("alter table opportunity add constraint no_two check (name <> 'Two')").update();
    try {
      var counts = program.run("crm").counts();
      assertThat(counts.added()).isEqualTo(1);
      assertThat(counts.refused()).isEqualTo(1);
    } finally {
      jdbc.sql("alter table opportunity drop constraint no_two").update();
    }
  }

  @Test
  void aDryRunSaysWhatWouldComeAndWritesNothing() {
    crm.page(record("1", EARLIER, "name", "One"), record("2", EARLIER, "amount", "-1"));
    var report = program.get(DealSync.class).run("crm", true, done -> {}).orElseThrow();
    assertThat(report.counts().added()).isEqualTo(1);
    assertThat(report.notes())
        .anyMatch(note -> note.startsWith("2, amount: '-1' is below 0. Correct the field"));
    assertThat(program.get(SyncSources.class).countProblems("crm")).isZero();
    assertThat(deals.all()).isEmpty();
    assertThat(crm.taken).as("nothing at the CRM's side either").isEmpty();
    assertThat(program.run("crm").counts().added()).isEqualTo(1);
  }

  @Test
  void oneRunAtATimeReadsASource() {
    try (var held = program.get(NamedLock.class).tryAcquire("deals of crm").orElseThrow()) {
      assertThat(held).isNotNull();
      assertThat(program.get(DealSync.class).run("crm", false, done -> {})).isEmpty();
    }
    assertThat(program.get(DealSync.class).run("crm", false, done -> {})).isPresent();
  }

  @Test
  void aCrmThatGivesTheSamePageForeverIsLeft() {
    crm.pages.add(
        new CrmPage(
            List.of(record("1", EARLIER)),
            List.of(),
            List.of(),
            SyncCursor.START,
            false,
            List.of()));
    assertThat(program.run("crm").failure()).contains("again and again");
  }

  @Test
  void closingDaysAreDaysWhereTheCrmsPeopleAre() {
    program.close();
    program = open(SyncAlone.settings("crm", Access.memory(ZoneId.of("Europe/Berlin"))));
    crm.page(
        record(
            "1",
            EARLIER,
            "closed_on",
            "2026-03-31T22:30:00Z",
            "outcome",
            "won",
            "created_on",
            "2026-01-31"));
    program.run("crm");
    var deal = deals.find(new OpportunityId("1")).orElseThrow();
    assertThat(deal.closedOn()).isEqualTo(LocalDate.of(2026, 4, 1));
    assertThat(deal.createdOn()).as("a day stays a day").isEqualTo(LocalDate.of(2026, 1, 31));
    assertThat(deal.outcome()).isEqualTo(Outcome.WON);
  }

  @Test
  void theDayAnOpenDealShallCloseIsNoFact() {
    crm.page(record("1", EARLIER, "closed_on", "2026-12-31", "outcome", "open"));
    program.run("crm");
    assertThat(deals.find(new OpportunityId("1")).orElseThrow().closedOn()).isNull();
  }

  @Test
  void amountsAreConvertedByTheRateOfTheirDayAndKeptWithoutOne() throws IOException {
    var rates = home.resolve("rates.csv");
    Files.writeString(
        rates, "date,from,to,rate\n2026-01-01,USD,EUR,0.90\n2026-03-01,USD,EUR,0.80\n");
    program.close();
    program =
        open(
            new SyncSettings(
                Duration.ofMinutes(15),
                Duration.ZERO,
                "EUR",
                rates,
                Map.of("crm", Access.memory())));
    crm.page(
        won("1", "1000", "USD", "2026-02-10"),
        won("2", "1000", "USD", "2026-03-01"),
        won("3", "1000", "USD", "2025-12-31"),
        won("4", "1000", "GBP", "2026-03-05"));
    var report = program.run("crm");
    assertThat(amount("1")).isEqualTo(Money.of("900.00", "EUR"));
    assertThat(amount("2")).isEqualTo(Money.of("800.00", "EUR"));
    assertThat(amount("3").currency().getCurrencyCode()).isEqualTo("USD");
    assertThat(amount("4").currency().getCurrencyCode()).isEqualTo("GBP");
    assertThat(report.notes()).anyMatch(note -> note.contains("GBP"));
  }

  @Test
  void numbersOfProgramsAreNotTakenForThousands() {
    crm.page(record("1", EARLIER, "amount", "12.500", "currency", "EUR"));
    program.run("crm");
    assertThat(amount("1").amount()).isEqualByComparingTo("12.5");
  }

  @Test
  void anotherFieldCanFillAColumnAndAllDealsAreReadOnceMore() {
    crm.page(record("1", EARLIER, "name", "One", "notes", "Long words"));
    program.run("crm");
    var sources = program.get(SyncSources.class);
    var usual = new FieldMapping(crm.usualFields());
    sources.choose("crm", usual, usual.with(Map.of("name", "crm_notes", "notes", "")), "dana");
    assertThat(sources.mapping("crm", crm).fields()).doesNotContainKey("notes");
    assertThat(program.run("crm").counts().changed()).isEqualTo(1);
    assertThat(name("1")).isEqualTo("Long words");
  }

  @Test
  void aFieldThatTheCrmNoLongerSendsLeavesWhatIsKnown() {
    crm.page(record("1", EARLIER, "name", "One", "notes", "Kept"));
    crm.page(record("1", LATER, "name", "One more"));
    program.run("crm");
    assertThat(deals.find(new OpportunityId("1")).orElseThrow().notes()).isEqualTo("Kept");
  }

  @Test
  void aPreviewShowsRealRowsAndWritesNothing() {
    crm.page(record("1", EARLIER, "name", "One"), record("2", EARLIER, "amount", "-1"));
    var preview = program.get(SyncPreview.class);
    var mapping = new FieldMapping(crm.usualFields());
    var rows = preview.show("crm", crm, mapping, preview.records(crm, Set.of(), 5));
    assertThat(rows.getFirst().cells()).containsEntry("name", "One");
    assertThat(rows.getFirst().problem()).isNull();
    assertThat(rows.getLast().problem()).startsWith("amount");
    assertThat(deals.all()).isEmpty();
  }

  @Test
  void aRunThatACrashLeftOpenIsClosedByTheNext() {
    program.get(SyncStore.class).begin("crm", false, EARLIER);
    crm.page(record("1", EARLIER));
    program.run("crm");
    assertThat(program.get(SyncSources.class).runs("crm", 5))
        .extracting(run -> run.failure() != null)
        .containsExactly(false, true);
  }

  private String name(String id) {
    return deals.find(new OpportunityId(id)).orElseThrow().name();
  }

  private Money amount(String id) {
    return java.util.Objects.requireNonNull(
        deals.find(new OpportunityId(id)).orElseThrow().amount());
  }

  private static CrmRecord won(String id, String amount, String currency, String day) {
    return record(
        id, LATER, "amount", amount, "currency", currency, "closed_on", day, "outcome", "won");
  }

  private static CrmRecord with(CrmRecord record, StagePassed... stages) {
    return new CrmRecord(
        record.id(), record.modifiedAt(), record.values(), List.of(stages), Set.of());
  }

  private static CrmRecord record(String id, Instant modified, String... fields) {
    var values = new LinkedHashMap<String, String>();
    values.put("crm_id", id);
    for (int i = 0; i < fields.length; i += 2) values.put("crm_" + fields[i], fields[i + 1]);
    return new CrmRecord(id, modified, values);
  }
}
