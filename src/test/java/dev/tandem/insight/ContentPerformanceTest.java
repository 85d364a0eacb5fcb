package dev.tandem.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.deals.OpportunityId;
import dev.tandem.library.AssetId;
import dev.tandem.shared.Money;
import dev.tandem.shared.Proportion;
import dev.tandem.shared.TimeWindow;
import dev.tandem.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The figures of {@link SmallCompany}, counted by hand. */
@ExtendWith(TestDatabase.class)
class ContentPerformanceTest {
  private static final TimeWindow NOVEMBER =
      new TimeWindow(SmallCompany.day(1), SmallCompany.day(20));

  private final SmallCompany company;

  ContentPerformanceTest(
      JdbcClient jdbc, DataSource source, PlatformTransactionManager transactions) {
    company = new SmallCompany(jdbc, source, transactions);
    company.logEverything();
  }

  @Test
  void anAssetsRowAddsUpWhatWasDoneWithIt() {
    var rows = report(Grouping.ASSET, Attribution.LINEAR, NOVEMBER);
    assertThat(rows.keySet()).containsExactlyInAnyOrder("guide", "video");
    assertThat(rows.get("guide"))
        .isEqualTo(
            new PerformanceRow(
                "guide",
                "Buyer's guide",
                1, // served
                1, // impressions
                1, // opens; the one taken back is not among them
                0, // downloads
                1, // copied links
                1, // shares
                1, // buyers' views
                0, // dismissals
                3, // uses
                2, // users: rita and bob
                new Proportion(1, 1), // seen once, opened from there
                new Proportion(1, 2), // ratings
                new PerformanceRow.DealCounts(1, 0, 0),
                List.of(Money.of("1000.00", "EUR"))));
    assertThat(rows.get("video"))
        .isEqualTo(
            new PerformanceRow(
                "video",
                "The video",
                1, // served
                1, // impressions
                0,
                1, // downloads
                0,
                0,
                0,
                1, // dismissals
                1, // uses
                1, // users: bob
                new Proportion(0, 1), // seen once; the download did not follow from that slate
                new Proportion(0, 0),
                new PerformanceRow.DealCounts(0, 0, 1),
                List.of()));
  }

  @Test
  void aPeriodCountsTheSameAsItsRows() {
    var rows = report(Grouping.ASSET, Attribution.LINEAR, NOVEMBER).values();
    var counted = company.reports.periods.of(NOVEMBER);
    var overview = company.performance.overview(NOVEMBER).now();
    assertThat(counted.uses()).isEqualTo(rows.stream().mapToLong(PerformanceRow::uses).sum());
    assertThat(counted.shares()).isEqualTo(rows.stream().mapToLong(PerformanceRow::shares).sum());
    assertThat(new Proportion(counted.helpful(), counted.rated())).isEqualTo(new Proportion(1, 2));
    assertThat(counted.assets()).isEqualTo(2);
    assertThat(counted.people()).isEqualTo(overview.users());
    assertThat(counted.searches()).isEqualTo(overview.searchesUsed());
    var nothing = new TimeWindow(NOVEMBER.from(), NOVEMBER.from());
    assertThat(company.reports.periods.of(nothing).uses()).isZero();
  }

  @Test
  void aUseCountsAtTheStageTheDealHadThen() {
    var rows = report(Grouping.STAGE, Attribution.LINEAR, NOVEMBER);
    assertThat(uses(rows))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("awareness", 1L, "decision", 1L, "consideration", 1L, "-", 1L));
    assertThat(row(rows, "decision").influenced()).containsExactly(Money.of("1000.00", "EUR"));
  }

  @Test
  void whatHappenedOutsideOfTheWindowDoesNotCount() {
    var from12th = new TimeWindow(SmallCompany.day(11), SmallCompany.day(13));
    var rows = report(Grouping.ASSET, Attribution.LINEAR, from12th);
    assertThat(uses(rows)).isEqualTo(Map.of("guide", 1L));
    assertThat(row(rows, "guide").influenced()).as("the deal closed later").isEmpty();
  }

  @Test
  void anAssetOfTwoProductsStandsInBothRowsWithHalfTheCredit() {
    var rows = report(Grouping.PRODUCT, Attribution.LINEAR, NOVEMBER);
    assertThat(uses(rows)).isEqualTo(Map.of("Ledger", 3L, "Payroll", 3L, "-", 1L));
    assertThat(row(rows, "Ledger").influenced()).containsExactly(Money.of("500.00", "EUR"));
    assertThat(row(rows, "Payroll").influenced()).containsExactly(Money.of("500.00", "EUR"));
  }

  @Test
  void typesAreNamed() {
    var rows = report(Grouping.TYPE, Attribution.LINEAR, NOVEMBER);
    assertThat(uses(rows)).isEqualTo(Map.of("buyers_guide", 3L, "video", 1L));
    assertThat(row(rows, "video").label()).isEqualTo("Video");
  }

  @Test
  void theCreditOfADealIsSharedAmongItsTouchesBeforeTheClose() {
    company.log(
        """
        {"key":"late","type":"share","at":"2026-11-13T20:00:00Z","share":"y","rep":"rita","asset":"video","deal":"won"}
        """);
    company.log(
        """
        {"key":"too-late","type":"share","at":"2026-11-18T09:00:00Z","share":"z","rep":"rita","asset":"video","deal":"won"}
        """);
    // touches: sent (guide), read (guide), late (video)
    var linear = report(Grouping.ASSET, Attribution.LINEAR, NOVEMBER);
    assertThat(row(linear, "guide").influenced()).containsExactly(Money.of("666.67", "EUR"));
    assertThat(row(linear, "video").influenced()).containsExactly(Money.of("333.33", "EUR"));
    var last = report(Grouping.ASSET, Attribution.LAST, NOVEMBER);
    assertThat(row(last, "guide").influenced()).isEmpty();
    assertThat(row(last, "video").influenced()).containsExactly(Money.of("1000.00", "EUR"));
  }

  @Test
  void theOverviewCountsAssetsRepsDealsAndSearches() {
    var overview =
        company
            .performance
            .page(new PerformanceQuery(NOVEMBER, Grouping.ASSET, Attribution.LINEAR, 90))
            .now();
    assertThat(overview.libraryUsed()).isEqualTo(new Proportion(2, 2));
    assertThat(overview.uses()).isEqualTo(4);
    assertThat(overview.users()).isEqualTo(2);
    assertThat(overview.openDealsServed()).isEqualTo(new Proportion(1, 1));
    assertThat(overview.searchesUsed()).isEqualTo(new Proportion(1, 1));
    assertThat(overview.firstUse()).isEqualTo(new Overview.Duration(9, 1));
    assertThat(overview.fresh()).isEqualTo(new Proportion(4, 4));
    assertThat(overview.weeks())
        .extracting(Overview.Week::monday)
        .containsExactly(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 9));
    assertThat(overview.weeks().getLast().counts()).containsEntry(Action.SHARE, 1L);
  }

  @Test
  void theDealsOfAnAssetComeWithTheirUses() {
    var won =
        new DealUse(
            new OpportunityId("won"), 2, 1, java.time.Instant.parse("2026-11-12T09:00:00Z"));
    assertThat(company.performance.dealsOf(new AssetId("guide"), NOVEMBER)).containsExactly(won);
  }

  private Map<String, PerformanceRow> report(
      Grouping by, Attribution attribution, TimeWindow window) {
    return company.performance.report(new PerformanceQuery(window, by, attribution, 90)).stream()
        .collect(Collectors.toMap(PerformanceRow::key, Function.identity()));
  }

  private static PerformanceRow row(Map<String, PerformanceRow> rows, String key) {
    return Objects.requireNonNull(rows.get(key), key);
  }

  private static Map<String, Long> uses(Map<String, PerformanceRow> rows) {
    return rows.values().stream()
        .filter(row -> row.uses() > 0)
        .collect(Collectors.toMap(PerformanceRow::key, PerformanceRow::uses));
  }
}
