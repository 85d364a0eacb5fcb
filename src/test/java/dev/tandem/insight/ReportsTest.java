package dev.tandem.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.insight.GapsReport.Kind;
import dev.tandem.insight.UnusedReport.Stuck;
import dev.tandem.library.AssetId;
import dev.tandem.library.NearCopies.NearCopy;
import dev.tandem.shared.Money;
import dev.tandem.shared.Proportion;
import dev.tandem.shared.TimeWindow;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The reports of {@link SmallCompany}, counted by hand. */
@ExtendWith(TestDatabase.class)
class ReportsTest {
  private static final TimeWindow NOVEMBER =
      new TimeWindow(SmallCompany.day(1), SmallCompany.day(20));

  private final SmallCompany company;

  ReportsTest(JdbcClient jdbc, DataSource source, PlatformTransactionManager transactions) {
    company = new SmallCompany(jdbc, source, transactions);
    company.logEverything();
  }

  private AssetRow row(String asset) {
    return company
        .reports
        .assets
        .assets(new PerformanceQuery(NOVEMBER, Grouping.ASSET, Attribution.LINEAR, 90))
        .stream()
        .filter(row -> row.figures().key().equals(asset))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theUseOfAnAssetIsHeldAgainstItsRank() {
    // seen once at position 1 and used: as often as everything at that position
    assertThat(row("guide").rank().observed()).isEqualTo(new Proportion(1, 1));
    assertThat(row("guide").rank().expected()).isEqualTo(1.0);
    assertThat(row("video").rank().expected()).as("position 2").isZero();
    assertThat(row("video").rank().verdict()).as("too few lists to say").isZero();
  }

  @Test
  void reasonsAreCounted() {
    assertThat(row("guide").reasons()).containsExactly(new AssetRow.Reason("dated", 1));
    assertThat(row("video").reasons()).containsExactly(new AssetRow.Reason("too long", 1));
  }

  @Test
  void withThreeDealsNoWinRatesAreCompared() {
    var compared = Objects.requireNonNull(row("guide").winRate());
    assertThat(compared.all().with()).isEqualTo(new Proportion(1, 1));
    assertThat(compared.among()).isNull();
  }

  @Test
  void theSharesOfOpenDealsAreThePipeline() {
    company.log(
        """
        {"key":"hope","type":"share","at":"2026-11-14T09:00:00Z","share":"p","rep":"bob","asset":"video","deal":"open"}
        """);
    assertThat(row("video").pipeline()).containsExactly(Money.of("500.00", "EUR"));
  }

  @Test
  void everyAttributionSharesOutTheSameMoney() {
    company.log(
        """
        {"key":"late","type":"share","at":"2026-11-13T20:00:00Z","share":"y","rep":"rita","asset":"video","deal":"won"}
        """);
    var page = company.reports.attribution.attribution(NOVEMBER, 90, 7);
    assertThat(page.credited()).containsExactly(Money.of("1000", "EUR"));
    assertThat(page.dealsWon()).isEqualTo(1);
    for (var model : Attribution.values()) {
      var sum =
          page.rows().stream()
              .flatMap(row -> row.credit().getOrDefault(model, List.of()).stream())
              .reduce(Money::plus)
              .orElseThrow();
      assertThat(sum).as(model.id()).isEqualTo(Money.of("1000.00", "EUR"));
    }
  }

  @Test
  void theJourneyShowsDemandUseAndResultByStage() {
    var page = company.reports.journey.journey(NOVEMBER);
    var decision = page.stages().get(JourneyStage.DECISION.ordinal());
    assertThat(decision.uses()).isEqualTo(1);
    assertThat(decision.won()).isEqualTo(new Proportion(1, 1));
    var consideration = page.stages().get(JourneyStage.CONSIDERATION.ordinal());
    assertThat(consideration.openDeals()).isEqualTo(1);
    assertThat(consideration.pipeline()).containsExactly(Money.of("500", "EUR"));
    assertThat(page.paths().won()).isEqualTo(1);
    assertThat(page.paths().steps())
        .containsExactly(new JourneyReport.Step(true, 1, ContentType.BUYERS_GUIDE, null, 1));
  }

  @Test
  void whatWasDismissedOrNeverSentIsNamed() {
    var unused = company.reports.unused.unused(NOVEMBER).assets();
    assertThat(unused).extracting(one -> one.asset().id().value()).containsExactly("video");
    assertThat(unused.getFirst().stuck()).isEqualTo(Stuck.DISMISSED);
  }

  @Test
  void aNearCopyThatIsUsedMoreIsNamed() {
    company.reports.copies.copies.put(
        new AssetId("video"), List.of(new NearCopy(new AssetId("guide"), 0.9)));
    assertThat(company.reports.unused.unused(NOVEMBER).assets().getFirst().betterCopy())
        .containsExactly(new AssetId("guide"));
  }

  @Test
  void searchesForTheSameThatFailAreOneGapWithTheMoneyBehindThem() {
    search("f1", "gdpr checklist", "2026-11-06T09:00:00Z", "open");
    search("f2", "checklist GDPR", "2026-11-07T09:00:00Z", null);
    search("f3", "roi", "2026-11-08T09:00:00Z", null);
    var gap =
        company.reports.gaps.gaps(NOVEMBER).stream()
            .filter(one -> one.kind() == Kind.SEARCHES && one.title().contains("gdpr"))
            .findFirst()
            .orElseThrow();
    assertThat(gap.openMoney()).containsExactly(Money.of("500", "EUR"));
    assertThat(gap.evidence().getFirst())
        .isEqualTo("2 of 2 searches led to no use, by fewer than 5 people");
  }

  private void search(String slate, String words, String at, @Nullable String deal) {
    company.log(
        """
        {"key":"%1$s","type":"slate_served","at":"%3$s","slate":"%1$s","surface":"search","rep":"rita",%4$s"query":"%2$s","model":"prior","items":[]}
        """
            .formatted(slate, words, at, deal == null ? "" : "\"deal\":\"" + deal + "\","));
  }

  @Test
  void championsAreWonDealsWithTheirContent() {
    var champions = company.reports.champions.champions(NOVEMBER);
    assertThat(champions).hasSize(1);
    assertThat(champions.getFirst().deal().id().value()).isEqualTo("won");
    assertThat(champions.getFirst().parts())
        .extracting(ChampionsReport.Part::asset)
        .containsExactly("guide");
  }

  @Test
  void everyReportLeavesAsATable() {
    var tables =
        List.of(
            ReportTables.overview(company.performance.overview(NOVEMBER)),
            ReportTables.assets(
                company.reports.assets.assets(
                    new PerformanceQuery(NOVEMBER, Grouping.ASSET, Attribution.LINEAR, 90))),
            ReportTables.journey(company.reports.journey.journey(NOVEMBER)),
            ReportTables.stages(company.reports.journey.journey(NOVEMBER)),
            ReportTables.paths(company.reports.journey.journey(NOVEMBER)),
            ReportTables.unused(company.reports.unused.unused(NOVEMBER)),
            ReportTables.gaps(company.reports.gaps.gaps(NOVEMBER)),
            ReportTables.champions(company.reports.champions.champions(NOVEMBER)),
            ReportTables.attribution(company.reports.attribution.attribution(NOVEMBER, 90, 7)));
    assertThat(tables)
        .allSatisfy(
            table ->
                assertThat(ReportCsv.of(table).lines().count())
                    .as(table.name())
                    .isEqualTo(table.rows().size() + 1L));
  }

  @Test
  void thePageOfTheDocumentationSaysWhatTheProgramSays() throws IOException {
    assertThat(Files.readString(Path.of("docs/metrics.md"))).isEqualTo(Metric.page());
  }
}
