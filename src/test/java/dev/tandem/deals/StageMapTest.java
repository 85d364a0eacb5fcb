package dev.tandem.deals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.deals.StageReading.Basis;
import dev.tandem.identity.UserId;
import dev.tandem.taxonomy.GlossaryChanged;
import dev.tandem.taxonomy.GlossaryInMemory;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(TestDatabase.class)
class StageMapTest {
  private final JdbcClient jdbc;
  private final List<Object> published = new ArrayList<>();
  private final GlossaryInMemory glossary = new GlossaryInMemory();
  private final JdbcStageMap map;

  StageMapTest(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.map = new JdbcStageMap(jdbc, Clock.systemUTC(), published::add, glossary);
  }

  @BeforeEach
  void noEntries() {
    jdbc.sql("truncate stage_map, stage_history, opportunity").update();
  }

  @ParameterizedTest(name = "{0}: {1} is {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Salesforce   | Prospecting               | AWARENESS
          Salesforce   | Needs Analysis            | CONSIDERATION
          Salesforce   | Id. Decision Makers       | CONSIDERATION
          Salesforce   | Proposal/Price Quote      | DECISION
          Salesforce   | Negotiation/Review        | DECISION
          Salesforce   | Closed Won                | POST_SALE
          HubSpot      | Appointment Scheduled     | AWARENESS
          HubSpot API  | appointmentscheduled      | AWARENESS
          HubSpot      | Qualified to buy          | CONSIDERATION
          HubSpot      | Decision Maker Bought-In  | DECISION
          HubSpot API  | closedwon                 | POST_SALE
          Pipedrive    | Lead In                   | AWARENESS
          Pipedrive    | Demo Scheduled            | CONSIDERATION
          Pipedrive    | Negotiations Started      | DECISION
          Dynamics 365 | 1-Qualify                 | AWARENESS
          Dynamics 365 | 2-Develop                 | CONSIDERATION
          Dynamics 365 | 3-Propose                 | DECISION
          Dynamics 365 | Close                     | DECISION
          EspoCRM      | Qualification             | AWARENESS
          EspoCRM      | Negotiation               | DECISION
          a journey    | post-sale                 | POST_SALE
          """)
  void theDefaultsOfCrmsAreKnown(String crm, String salesStage, JourneyStage stage) {
    assertThat(map.read(salesStage, Outcome.OPEN))
        .as(crm)
        .isEqualTo(new StageReading(stage, Basis.MAPPED));
  }

  @ParameterizedTest(name = "{0} is probably {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          New inbound lead              | AWARENESS
          SDR outreach                  | AWARENESS
          Erstgespräch                  | AWARENESS
          Qualifizierung                | AWARENESS
          Discovery call                | CONSIDERATION
          Technical evaluation          | CONSIDERATION
          Bedarfsanalyse                | CONSIDERATION
          Lösungspräsentation           | CONSIDERATION
          RFP response                  | CONSIDERATION
          Proof of Concept              | DECISION
          Legal & procurement           | DECISION
          Verbal commit                 | DECISION
          Angebot versendet             | DECISION
          Vertragsverhandlung           | DECISION
          Auftrag gewonnen              | POST_SALE
          Onboarding                    | POST_SALE
          Vertragsverlängerung          | POST_SALE
          Lost to competitor            | AWARENESS
          Phase B (40 %)                | CONSIDERATION
          Stufe X 90%                   | DECISION
          """)
  void unknownNamesAreGuessedAndSaidToBe(String salesStage, JourneyStage stage) {
    assertThat(map.read(salesStage, Outcome.OPEN))
        .isEqualTo(new StageReading(stage, Basis.GUESSED));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"Zzyzx", "'  '", "???", "Фаза"})
  void namesThatTellNothingStayUnknown(@Nullable String salesStage) {
    assertThat(map.read(salesStage, Outcome.OPEN)).isEqualTo(StageReading.UNKNOWN);
    assertThat(map.read(null, Outcome.LOST)).isEqualTo(StageReading.UNKNOWN);
  }

  @Test
  void aWonDealIsPostSaleWhateverItsStageIsCalled() {
    assertThat(map.read("Closed Won", Outcome.WON))
        .isEqualTo(new StageReading(JourneyStage.POST_SALE, Basis.MAPPED));
    assertThat(map.read("Negotiation/Review", Outcome.WON))
        .isEqualTo(new StageReading(JourneyStage.POST_SALE, Basis.GUESSED));
    assertThat(map.read(null, Outcome.WON).stage()).isEqualTo(JourneyStage.POST_SALE);
  }

  @Test
  void numberedNamesAreReadByTheirOrder() {
    for (int i = 1; i <= 6; i++) deal("D" + i, "Stage " + i);
    map.forgetOrder();
    assertThat(map.read("Stage 1", Outcome.OPEN).stage()).isEqualTo(JourneyStage.AWARENESS);
    assertThat(map.read("Stage 3", Outcome.OPEN))
        .isEqualTo(new StageReading(JourneyStage.CONSIDERATION, Basis.GUESSED));
    assertThat(map.read("Stage 6", Outcome.OPEN).stage()).isEqualTo(JourneyStage.DECISION);
  }

  @Test
  void namesWithoutMeaningAreReadByTheirPlaceInPastDeals() {
    for (var deal : List.of("D1", "D2")) {
      deal(deal, "Omega");
      for (var stage : List.of("Alpha", "Beta", "Omega"))
        jdbc.sql(
                "insert into stage_history values (?, timestamptz '2026-01-01' + ? * interval '1"
                    + " day', ?)")
            .params(deal, List.of("Alpha", "Beta", "Omega").indexOf(stage), stage)
            .update();
    }
    map.forgetOrder();
    assertThat(map.read("Alpha", Outcome.OPEN).stage()).isEqualTo(JourneyStage.AWARENESS);
    assertThat(map.read("Beta", Outcome.OPEN).stage()).isEqualTo(JourneyStage.CONSIDERATION);
    assertThat(map.read("Omega", Outcome.OPEN).stage()).isEqualTo(JourneyStage.DECISION);
  }

  @Test
  void whatPeopleDecideWinsOverDefaultsUntilTheyTakeItBack() {
    map.put(" Prospecting ", JourneyStage.CONSIDERATION, new UserId("mara"));
    var anotherStart = new JdbcStageMap(jdbc, Clock.systemUTC(), event -> {}, glossary);
    for (var each : List.of(map, anotherStart))
      assertThat(each.read("prospecting", Outcome.OPEN))
          .isEqualTo(new StageReading(JourneyStage.CONSIDERATION, Basis.MAPPED));
    assertThat(map.entries().getFirst())
        .isEqualTo(new StageMap.Entry(null, "Prospecting", null, JourneyStage.CONSIDERATION));
    assertThat(published).contains(new OpportunitiesChanged(java.util.Set.of()));
    map.remove("PROSPECTING");
    assertThat(map.read("Prospecting", Outcome.OPEN).stage()).isEqualTo(JourneyStage.AWARENESS);
  }

  private static final UserId MARA = new UserId("mara");

  @Test
  void whatTheGlossaryCallsAStageIsReadSoUnderEachOfItsNames() {
    glossary.define(
        "SQL",
        "Sales has spoken to them and says yes",
        List.of("Angebotsreif", "sales qualified"),
        JourneyStage.CONSIDERATION,
        MARA);
    for (var name : List.of("sql", "2 - SQL", "ANGEBOTSREIF", "Sales  Qualified"))
      assertThat(map.read(name, Outcome.OPEN))
          .as(name)
          .isEqualTo(new StageReading(JourneyStage.CONSIDERATION, Basis.MAPPED));
    assertThat(map.glossary()).hasSize(3);
    map.put("SQL", JourneyStage.DECISION, MARA);
    assertThat(map.read("SQL", Outcome.OPEN).stage()).isEqualTo(JourneyStage.DECISION);
    map.remove("SQL");
  }

  @Test
  void aWordOfTheGlossaryInAnUnknownNameIsAGuessAheadOfTheShippedWords() {
    assertThat(map.read("SQL bestätigt", Outcome.OPEN).stage()).isEqualTo(JourneyStage.AWARENESS);
    glossary.define("SQL", "Sales says yes", List.of(), JourneyStage.CONSIDERATION, MARA);
    assertThat(map.read("SQL bestätigt", Outcome.OPEN))
        .isEqualTo(new StageReading(JourneyStage.CONSIDERATION, Basis.GUESSED));
    assertThat(map.read("MySQL bestätigt", Outcome.OPEN).stage())
        .isNotEqualTo(JourneyStage.CONSIDERATION);
  }

  @Test
  void aWordWithoutAStageChangesNothing() {
    glossary.define("Prospecting", "Looking for buyers", List.of("Zzyzx"), MARA);
    assertThat(map.read("Prospecting", Outcome.OPEN).stage()).isEqualTo(JourneyStage.AWARENESS);
    assertThat(map.read("Zzyzx", Outcome.OPEN)).isEqualTo(StageReading.UNKNOWN);
  }

  @Test
  void dealsAreReadAnewOnlyWhereTheGlossarySaysSomethingElseAboutStages() {
    map.on(new GlossaryChanged());
    published.clear();
    glossary.define("Buying centre", "Who decides", List.of(), MARA);
    map.on(new GlossaryChanged());
    assertThat(published).isEmpty();
    glossary.define("SQL", "Sales says yes", List.of(), JourneyStage.CONSIDERATION, MARA);
    map.on(new GlossaryChanged());
    assertThat(published).contains(new OpportunitiesChanged(java.util.Set.of()));
  }

  @Test
  void namesToDecideAboutAreListedByHowManyDealsCarryThem() {
    deal("D1", "Zzyzx");
    deal("D2", "Angebot versendet");
    deal("D3", "Angebot versendet");
    deal("D4", "Closed Won");
    assertThat(map.unmapped())
        .extracting(StageMap.Unmapped::salesStage)
        .containsExactly("Angebot versendet", "Zzyzx");
  }

  private void deal(String id, String salesStage) {
    jdbc.sql(
            "insert into opportunity (id, name, sales_stage, outcome, changed_at)"
                + " values (?, ?, ?, 'open', ?)")
        .params(id, id, salesStage, java.sql.Timestamp.from(Instant.EPOCH))
        .update();
  }
}
