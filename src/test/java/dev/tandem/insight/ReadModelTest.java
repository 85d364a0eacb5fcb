package dev.tandem.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.deals.Opportunities.StageMoment;
import dev.tandem.deals.OpportunityId;
import dev.tandem.library.AssetId;
import dev.tandem.shared.Proportion;
import dev.tandem.shared.TimeWindow;
import dev.tandem.testing.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@ExtendWith(TestDatabase.class)
class ReadModelTest {
  private final SmallCompany company;

  ReadModelTest(JdbcClient jdbc, DataSource source, PlatformTransactionManager transactions) {
    company = new SmallCompany(jdbc, source, transactions);
  }

  @ParameterizedTest(name = "{0}: {1} of {2} by {3} on {4} in {5}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          saw-guide | impression  | guide | rita | won  | awareness
          saw-video | impression  | video | rita | won  | awareness
          opened    | open        | guide | rita | won  | awareness
          no-video  | dismissal   | video | rita | won  | awareness
          sent      | share       | guide | rita | won  | decision
          read      | buyer_view  | guide | rita | won  | decision
          good      | helpful     | guide | rita | won  | decision
          bad       | not_helpful | guide | bob  | -    | -
          saved     | download    | video | bob  | open | consideration
          copied    | copy_link   | guide | bob  | -    | -
          """)
  void anEventIsKeptWithTheDealOfItsSlateOrShareAndTheStageOfThatMoment(
      String key, String action, String asset, String rep, String deal, String stage) {
    company.logEverything();
    company.readModel.catchUp();
    assertThat(company.event(key))
        .containsEntry("action", action)
        .containsEntry("asset", asset)
        .containsEntry("rep", rep)
        .containsEntry("deal", deal)
        .containsEntry("stage", stage);
  }

  @Test
  void whatOnlySomeEventsSayIsKeptToo() {
    company.logEverything();
    company.readModel.catchUp();
    assertThat(company.event("opened")).containsEntry("slate", "s1").containsEntry("share", null);
    assertThat(company.event("read")).containsEntry("share", "x").containsEntry("seconds", 31.0);
    assertThat(company.event("no-video")).containsEntry("reason", "too long");
    assertThat(company.event("bad")).containsEntry("reason", "dated");
  }

  @Test
  void followingStepByStepEndsWhereReadingFromTheStartDoes() {
    for (var event : SmallCompany.EVENTS) {
      company.log(event);
      company.readModel.catchUp();
    }
    var followed = company.tables();
    company.readModel.rebuild(sequence -> {});
    assertThat(followed).hasSize(31).isEqualTo(company.tables());
  }

  @Test
  void aHistoryThatComesLateCorrectsTheStageOfPastUses() {
    company.logEverything();
    company.readModel.catchUp();
    company.deals.addHistory(
        List.of(
            new StageMoment(new OpportunityId("open"), "Qualification", SmallCompany.day(13)),
            new StageMoment(
                new OpportunityId("open"), "Negotiation/Review", SmallCompany.day(14))));
    company.readModel.catchUp();
    assertThat(company.event("saved")).containsEntry("stage", "awareness");
    var followed = company.tables();
    company.readModel.rebuild(sequence -> {});
    assertThat(company.tables()).isEqualTo(followed);
  }

  @Test
  void aMonthIsReadAsAWholeOnceItIsOver() {
    company.log(
        """
        {"key":"october","type":"open","at":"2026-10-14T10:00:00Z","rep":"bob","asset":"guide"}
        """);
    company.logEverything();
    company.readModel.catchUp();
    var year = new Days(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
    assertThat(company.rows.stretch(year).after()).isEqualTo(LocalDate.of(2026, 11, 1));
    var halfOctober = new Days(LocalDate.of(2026, 10, 15), LocalDate.of(2026, 11, 30));
    assertThat(uses(year)).isEqualTo(5);
    assertThat(uses(halfOctober)).isEqualTo(4);
    company.log(
        """
        {"key":"late","type":"open","at":"2026-10-20T10:00:00Z","rep":"bob","asset":"guide"}
        """);
    company.readModel.catchUp();
    assertThat(uses(year)).isEqualTo(6);
  }

  @Test
  void aUseIsFreshUntilTheDayOnWhichItsAssetIsNot() {
    company.logEverything();
    for (int day : new int[] {14, 19, 20})
      company.log(
          """
          {"key":"october-%1$d","type":"open","at":"2026-10-%1$dT10:00:00Z","rep":"bob","asset":"guide"}
          """
              .formatted(day));
    company.readModel.catchUp();
    var year = new Days(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
    // in the middle of a month that is read as a whole, and of one that is not
    assertThat(
            company.tables.fresh(
                year,
                Map.of("guide", LocalDate.of(2026, 10, 20), "video", LocalDate.of(2026, 11, 15))))
        .isEqualTo(new Proportion(3, 7));
    assertThat(company.tables.fresh(year, Map.of("guide", LocalDate.of(2026, 11, 1))))
        .isEqualTo(new Proportion(3, 7));
    assertThat(company.tables.fresh(year, Map.of())).isEqualTo(new Proportion(0, 7));
  }

  private long uses(Days days) {
    return company.tables.counts(days).stream().mapToLong(PerformanceTables.DayCounts::uses).sum();
  }

  @Test
  void aBuyersViewBelongsToTheDealOfTheSlateThatTheShareCameFrom() {
    company.log(SmallCompany.EVENTS.getFirst());
    company.log(
        """
        {"key":"sent","type":"share","at":"2026-11-12T09:00:00Z","share":"x","rep":"rita","asset":"guide","slate":"s1"}
        """);
    company.log(
        """
        {"key":"read","type":"buyer_view","at":"2026-11-13T08:00:00Z","share":"x","asset":"guide","seconds":31,"visitor":"v"}
        """);
    company.readModel.catchUp();
    assertThat(company.event("read")).containsEntry("deal", "won").containsEntry("rep", "rita");
  }

  @Test
  void whatPeopleDidIsAddedUpOverTheirDays() {
    company.logEverything();
    company.log(
        """
        {"key":"slate:s9","type":"slate_served","at":"2026-11-14T09:00:00Z","slate":"s9","surface":"search","rep":"bob","query":"ladders","model":"m","items":[]}
        """);
    company.readModel.catchUp();
    var november =
        new TimeWindow(
            Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-12-01T00:00:00Z"));
    assertThat(company.people.of(List.of("rita"), november))
        .isEqualTo(new PersonDays.Sums(1, 2, 1, 1, 2, new Proportion(1, 1), 1));
    assertThat(company.people.of(List.of("bob"), november))
        .isEqualTo(new PersonDays.Sums(1, 2, 0, 0, 1, new Proportion(0, 1), 1));
    assertThat(company.people.of(List.of("rita", "bob", "nobody"), november))
        .isEqualTo(new PersonDays.Sums(2, 4, 1, 1, 3, new Proportion(1, 2), 2));
    assertThat(
            company.people.of(
                List.of("rita"),
                new TimeWindow(
                    Instant.parse("2026-10-01T00:00:00Z"), Instant.parse("2026-11-01T00:00:00Z"))))
        .isEqualTo(new PersonDays.Sums(0, 0, 0, 0, 0, new Proportion(0, 0), 0));
  }

  @Test
  void readingTwiceChangesNothing() {
    company.logEverything();
    company.readModel.catchUp();
    var once = company.tables();
    company.readModel.catchUp();
    assertThat(company.tables()).isEqualTo(once);
  }

  @Test
  void eventsOfUnknownSlatesSharesAndDealsCountWithoutThem() {
    company.log(
        """
        {"key":"1","type":"impression","at":"2026-11-05T09:00:01Z","slate":"lost","asset":"guide"}
        """);
    company.log(
        """
        {"key":"2","type":"buyer_view","at":"2026-11-05T09:00:01Z","share":"lost","asset":"guide","seconds":1,"visitor":"v"}
        """);
    company.log(
        """
        {"key":"3","type":"open","at":"2026-11-05T09:00:01Z","rep":"rita","asset":"guide","deal":"unknown"}
        """);
    company.readModel.catchUp();
    assertThat(company.event("1")).containsEntry("rep", null).containsEntry("deal", null);
    assertThat(company.event("2")).containsEntry("rep", null).containsEntry("deal", null);
    assertThat(company.event("3")).containsEntry("deal", "unknown").containsEntry("stage", null);
  }

  @Test
  void whatHappenedWithAMergedCopyCountsForTheKeptAssetAsLongAsTheMergeHolds() {
    company.logEverything();
    company.readModel.catchUp();
    var apart = company.tables();
    company.library.merged.put(new AssetId("video"), new AssetId("guide"));
    company.readModel.catchUp();
    assertThat(company.event("saved"))
        .containsEntry("asset", "guide")
        .containsEntry("logged_asset", "video");
    assertThat(company.tables())
        .noneSatisfy(row -> assertThat(row).containsEntry("asset", "video"));
    var november = new Days(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30));
    assertThat(company.tables.counts(november))
        .noneMatch(count -> count.asset().equals("video"))
        .filteredOn(count -> "awareness".equals(count.stage()))
        .singleElement()
        .satisfies(
            count -> {
              assertThat(count.served()).isEqualTo(2);
              assertThat(count.dismissals()).isEqualTo(1);
            });
    var followed = company.tables();
    company.readModel.rebuild(sequence -> {});
    assertThat(company.tables()).isEqualTo(followed);
    company.library.merged.clear();
    company.readModel.catchUp();
    assertThat(company.tables()).isEqualTo(apart);
  }

  @Test
  void whatIsLoggedOfTheCopyAfterTheMergeCountsForTheKeptAssetToo() {
    company.library.merged.put(new AssetId("video"), new AssetId("guide"));
    company.readModel.catchUp();
    company.logEverything();
    company.readModel.catchUp();
    assertThat(company.event("saved")).containsEntry("asset", "guide");
    company.library.merged.put(new AssetId("video"), new AssetId("handbook"));
    company.readModel.catchUp();
    assertThat(company.event("saved"))
        .containsEntry("asset", "handbook")
        .containsEntry("logged_asset", "video");
    assertThat(company.event("opened")).containsEntry("asset", "guide");
  }
}
