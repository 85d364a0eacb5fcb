package dev.tandem.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.deals.ImportReport.RowProblem;
import dev.tandem.identity.UserId;
import dev.tandem.shared.Money;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Term;
import dev.tandem.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@ExtendWith(TestDatabase.class)
class DealImportTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final String HEADER =
      "id,name,account,industry,company_size,region,personas,sales_stage,journey_stage,competitors,"
          + "products,amount,currency,owner,created_on,closed_on,outcome,loss_reason,lead_source,"
          + "notes\n";

  private final VocabularyInMemory taxonomy = new VocabularyInMemory();
  private final Opportunities deals;
  private final DealImport imports;
  @TempDir private Path folder = Path.of("");

  DealImportTest(JdbcClient jdbc, PlatformTransactionManager transactions) {
    jdbc.sql("truncate opportunity, stage_history, stage_map").update();
    var clock = Clock.fixed(NOW, ZoneOffset.UTC);
    deals = DealsOnDatabase.open(jdbc, transactions, clock, event -> {}, taxonomy);
    imports = new DealImport(deals, taxonomy, "EUR");
  }

  @Test
  void aDealIsReadWholeAndImportingAgainChangesNothing() throws IOException {
    var file =
        file(
            HEADER
                + "D-1,\"Pumps, phase 2\",Acme,Manufacturing,200-1000,DACH,IT Director|Buyer,"
                + "Proposal/Price Quote,,Rival,Alpha|Beta,\"12,500.50\",USD,Rita@x.org,2026-01-31,"
                + ",open,,web,needs SSO\n");
    assertThat(imports.run(file, null, rows -> {}).added()).isEqualTo(1);
    var deal = deals.find(new OpportunityId("D-1")).orElseThrow();
    assertThat(deal.name()).isEqualTo("Pumps, phase 2");
    assertThat(deal.amount()).isEqualTo(Money.of("12500.50", "USD"));
    assertThat(deal.owner()).isEqualTo(new UserId("rita@x.org"));
    assertThat(deal.personas()).extracting(Term::label).containsExactly("IT Director", "Buyer");
    assertThat(deals.stageOf(deal))
        .isEqualTo(new StageReading(JourneyStage.DECISION, StageReading.Basis.MAPPED));
    assertThat(deals.contextOf(deal.id()).products()).hasSize(2);
    var again = imports.run(file, null, rows -> {});
    assertThat(again.unchanged()).isEqualTo(1);
    assertThat(again.changed() + again.added()).isZero();
    assertThat(deals.find(deal.id())).contains(deal);
  }

  @Test
  void filesFromSpreadsheetsAreReadAsTheyAre() throws IOException {
    var file = folder.resolve("excel.csv");
    Files.write(
        file,
        "Id;Name;Sales Stage;Amount;Currency\r\n1;Großauftrag;Angebot;12.500,00;€\r\n"
            .getBytes(Charset.forName("windows-1252")));
    var report = imports.run(file, null, rows -> {});
    assertThat(report.rejected()).isEmpty();
    assertThat(report.notes()).anyMatch(note -> note.contains("not UTF-8"));
    var deal = deals.find(new OpportunityId("1")).orElseThrow();
    assertThat(deal.name()).isEqualTo("Großauftrag");
    assertThat(deal.amount()).isEqualByComparingTo(Money.of("12500", "EUR"));
  }

  @Test
  void badRowsAreReportedWithRowAndColumnAndTheRestIsTaken() throws IOException {
    var file =
        file(
            "id,amount,currency,created_on,outcome,owner,journey_stage,colour\n"
                + "A,100,EUR,,,,,red\n"
                + ",100,EUR,,,,,\n"
                + "C,1.234,EUR,,,,,\n"
                + "D,lots,EUR,,,,,\n"
                + "E,1,XXQ,,,,,\n"
                + "F,,,31.01.2026,,,,\n"
                + "G,,,,maybe,,,\n"
                + "H,,,,,,later,\n"
                + "A,100,EUR,,,,,\n"
                + "I,,,,,,\0,\n"
                + "J,,,,,Jane Doe,,\n"
                + "K,\"12,5 k\",EUR,,,,,\n"
                + "L,500 USD,EUR,,,,,\n"
                + "M,€ 500,EUR,,,,,\n");
    var report = imports.run(file, null, rows -> {});
    assertThat(report.added()).isEqualTo(3);
    assertThat(report.rejected())
        .extracting(RowProblem::row, RowProblem::column)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(3L, "id"),
            org.assertj.core.groups.Tuple.tuple(4L, "amount"),
            org.assertj.core.groups.Tuple.tuple(5L, "amount"),
            org.assertj.core.groups.Tuple.tuple(6L, "currency"),
            org.assertj.core.groups.Tuple.tuple(7L, "created_on"),
            org.assertj.core.groups.Tuple.tuple(8L, "outcome"),
            org.assertj.core.groups.Tuple.tuple(9L, "journey_stage"),
            org.assertj.core.groups.Tuple.tuple(10L, "id"),
            org.assertj.core.groups.Tuple.tuple(11L, "journey_stage"),
            org.assertj.core.groups.Tuple.tuple(13L, "amount"),
            org.assertj.core.groups.Tuple.tuple(14L, "amount"));
    assertThat(report.notes()).anyMatch(note -> note.contains("'colour' is not known"));
    assertThat(deals.owners()).containsExactly(new UserId("jane.doe"));
  }

  @Test
  void aRepsOverrideIsKeptUntilTheCrmStatesSomethingNew() throws IOException {
    var id = new OpportunityId("D");
    imports.run(file("id,sales_stage,journey_stage\nD,Qualify,awareness\n"), null, rows -> {});
    deals.save(deals.find(id).orElseThrow().withStageOverride(JourneyStage.DECISION));
    imports.run(file("id,sales_stage,journey_stage\nD,Develop,awareness\n"), null, rows -> {});
    imports.run(file("id,sales_stage\nD,Develop\n"), null, rows -> {});
    assertThat(deals.contextOf(id).stage())
        .isEqualTo(new StageReading(JourneyStage.DECISION, StageReading.Basis.STATED));
    imports.run(file("id,journey_stage\nD,consideration\n"), null, rows -> {});
    var deal = deals.find(id).orElseThrow();
    assertThat(deal.stageOverride()).isEqualTo(JourneyStage.CONSIDERATION);
    assertThat(deal.salesStage()).as("kept, the file has no such column").isEqualTo("Develop");
  }

  @Test
  void stageHistoryComesFromASecondFileAndStaysInOrder() throws IOException {
    var dealsFile = file("id,sales_stage,outcome,closed_on\nD,Closed Won,won,2026-05-01\n");
    var history = folder.resolve("history.csv");
    Files.writeString(
        history,
        "deal_id,sales_stage,entered_on\nD,Proposal,2026-03-01\nD,Prospecting,2026-01-05\n"
            + "D,Closed Won,2026-05-01\nX,Proposal,2026-03-01\nD,Proposal,soon\n");
    var report = imports.run(dealsFile, history, rows -> {});
    assertThat(report.rejected())
        .extracting(RowProblem::row, RowProblem::column)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(5L, "deal_id"),
            org.assertj.core.groups.Tuple.tuple(6L, "entered_on"));
    assertThat(deals.stageHistory(new OpportunityId("D")))
        .extracting(entry -> entry.stage().stage())
        .containsExactly(JourneyStage.AWARENESS, JourneyStage.DECISION, JourneyStage.POST_SALE);
    assertThat(imports.run(dealsFile, history, rows -> {}).history()).isZero();
  }

  @Test
  void whatWasExportedIsWhatIsImported() throws IOException {
    imports.run(
        file(
            HEADER
                + "D-1,Deal,Acme,Retail,50,EMEA,CFO,Qualify,decision,Rival,Alpha,7.25,CHF,rita,"
                + "2026-01-31,2026-02-28,lost,price,web,\"two\nlines, and \"\"quotes\"\"\"\n"),
        null,
        rows -> {});
    var exported = folder.resolve("out.csv");
    new DealExport(deals).write(exported, DealExport.Format.CSV);
    assertThat(imports.run(exported, null, rows -> {}).unchanged()).isEqualTo(1);
    new DealExport(deals).write(folder.resolve("out.jsonl"), DealExport.Format.JSONL);
    assertThat(folder.resolve("out.jsonl"))
        .content()
        .contains("\"created_on\":\"2026-01-31\"", "\"journey_stage\":\"decision\"");
  }

  @Test
  void aDescribedDealIsUnderstoodWithoutTeachingTheVocabulary() {
    var context =
        deals.contextOf(
            new DealDescription(
                "Aerospace",
                " ",
                null,
                List.of("Pilot", ""),
                "closedwon",
                List.of(),
                List.of(),
                null));
    assertThat(context.industry()).isEqualTo(new Term(Dimension.INDUSTRY, "aerospace"));
    assertThat(context.personas()).hasSize(1);
    assertThat(context.stage().stage()).isEqualTo(JourneyStage.POST_SALE);
    assertThat(taxonomy.known).isEmpty();
  }

  @Test
  void listsAreFilteredSortedAndPaged() throws IOException {
    imports.run(
        file(
            "id,name,account,owner,sales_stage,outcome,amount,currency\n"
                + "1,Alpha pumps,Acme,rita,Proposal,open,10,EUR\n"
                + "2,Beta,ACME ,rita,Prospecting,open,30,EUR\n"
                + "3,Gamma,Other,tom,Closed Won,won,20,EUR\n"),
        null,
        rows -> {});
    var all = OpportunityQuery.ALL;
    assertThat(deals.list(all.page(0, 2)).deals()).hasSize(2);
    assertThat(deals.list(all.page(0, 2)).total()).isEqualTo(3);
    var byAmount =
        new OpportunityQuery(null, null, null, "", OpportunityQuery.Sort.AMOUNT, true, 0, 10);
    assertThat(deals.list(byAmount).deals())
        .extracting(deal -> deal.id().value())
        .containsExactly("2", "3", "1");
    var deciding =
        new OpportunityQuery(
            new UserId("rita"),
            Outcome.OPEN,
            JourneyStage.DECISION,
            "PUMPS acme",
            OpportunityQuery.Sort.NAME,
            false,
            0,
            10);
    assertThat(deals.list(deciding).deals())
        .extracting(deal -> deal.id().value())
        .containsExactly("1");
    assertThat(deals.ofSameAccount(new OpportunityId("1")))
        .containsExactly(new OpportunityId("1"), new OpportunityId("2"));
    assertThat(deals.countByOutcome()).isEqualTo(Map.of(Outcome.OPEN, 2L, Outcome.WON, 1L));
  }

  @Test
  void anEmptyFileOrOneWithoutIdsSaysSo() {
    assertThatThrownBy(() -> imports.run(file(""), null, rows -> {})).hasMessageContaining("empty");
    assertThatThrownBy(() -> imports.run(file("name\nx\n"), null, rows -> {}))
        .hasMessageContaining("no column 'id'");
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("deals.csv"), content);
  }
}
