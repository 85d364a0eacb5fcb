package dev.tandem.insight.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tandem.deals.Opportunities.StageMoment;
import dev.tandem.deals.Opportunity;
import dev.tandem.deals.OpportunityId;
import dev.tandem.deals.Outcome;
import dev.tandem.identity.UserId;
import dev.tandem.insight.GapsReport;
import dev.tandem.insight.GapsReport.Kind;
import dev.tandem.insight.InsightOnDatabase;
import dev.tandem.insight.alignment.AlignmentPack.Figure;
import dev.tandem.insight.alignment.AlignmentPack.Gap;
import dev.tandem.requests.ContentRequest.Wish;
import dev.tandem.requests.RequestDesk;
import dev.tandem.shared.Money;
import dev.tandem.taxonomy.GlossaryInMemory;
import dev.tandem.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The pack of November, made on the 26th; "mill" is worth 1,000 EUR and "port" 500 USD. */
@ExtendWith(TestDatabase.class)
class AlignmentPacksTest {
  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
  private static final UserId ANNA = new UserId("anna");

  private final JdbcClient jdbc;
  private final RequestDesk desk;
  private final InsightOnDatabase reports;
  private final GlossaryInMemory glossary = new GlossaryInMemory();
  private List<GapsReport.Gap> found = List.of();
  private int sequence;

  AlignmentPacksTest(JdbcClient jdbc, DataSource source, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    jdbc.sql(
            "truncate insight_issue,"
                + " insight_alias, insight_event, insight_slate, insight_day, insight_month,"
                + " insight_pair, insight_trend, insight_search, insight_person, insight_total,"
                + " insight_deal_path, insight_trial, insight_preference, insight_exploration,"
                + " insight_asset_trial, insight_asset_trial_month,"
                + " insight_dirty_day, insight_dirty_deal, insight_stale_deal, stage_history, opportunity cascade")
        .update();
    desk = new RequestDesk(jdbc, transactions);
    reports = new InsightOnDatabase(jdbc, source, transactions, desk.log, desk.library, clock());
  }

  private static Clock clock() {
    return Clock.fixed(RequestDesk.THURSDAY, ZoneOffset.UTC);
  }

  private AlignmentPack pack(YearMonth month) {
    reports.foldAll();
    GapsReport gaps = window -> found;
    return new AlignmentPacks(
            reports.periods,
            reports.dealContent,
            new LargestGaps(desk.requests, gaps),
            new LeadJourney(reports.knownDeals, glossary),
            desk.ledger,
            new Issues(jdbc, clock()),
            glossary,
            reports.knownAssets,
            reports.knownDeals,
            clock())
        .of(month);
  }

  @Test
  void everyFigureHasTheMonthBeforeBesideIt() {
    event("2026-10-31T12:00:00Z", "open", "flyer");
    event("2026-11-01T12:00:00Z", "open", "flyer");
    event("2026-11-20T12:00:00Z", "share", "case");
    event("2026-11-20T13:00:00Z", "buyer_view", "case");
    event("2026-12-01T12:00:00Z", "open", "case");
    assertThat(pack(NOVEMBER).used())
        .extracting(Figure::name, Figure::now, Figure::before)
        .contains(
            tuple("Uses of content", "2", "1"),
            tuple("Different assets used", "2", "1"),
            tuple("Sent to buyers", "1", "0"),
            tuple("Looked at by buyers", "1", "0"));
  }

  @Test
  void aMonthThatIsRunningIsCountedUpToToday() {
    assertThat(pack(NOVEMBER).until()).isEqualTo("2026-11-26");
    assertThat(pack(NOVEMBER.minusMonths(1)).until()).isEqualTo("2026-10-31");
  }

  @Test
  void aWonDealIsCelebratedWithItsMostUsedContentFirst() {
    desk.deals.save(won(RequestDesk.MILL, LocalDate.of(2026, 11, 12)));
    for (var asset : List.of("flyer", "case", "case")) {
      event("2026-11-10T12:00:00Z", "share", asset);
      jdbc.sql("update insight_event set deal = 'mill' where sequence = ?")
          .param(sequence)
          .update();
    }
    assertThat(pack(NOVEMBER).wins())
        .singleElement()
        .satisfies(win -> assertThat(win.content()).containsExactly("The case", "The flyer"));
  }

  @Test
  void theGapWithMostMoneyInOpenDealsComesFirstAndThreeAreNamed() {
    desk.requests.ask(ANNA, new Wish("A reference of a port", "", "", "", RequestDesk.PORT));
    found =
        List.of(
            gap("Pricing & terms", "700", "mill"),
            gap("Nobody waits for it", "0"),
            gap("Security", "2000", "mill", "port"),
            gap("A small thing", "1", "port"));
    assertThat(pack(NOVEMBER).gaps())
        .extracting(Gap::what)
        .containsExactly(
            "Searches without a use: Security",
            "Searches without a use: Pricing & terms",
            "Asked for: A reference of a port");
  }

  @Test
  void aGapLeadsToItselfOnItsDays() {
    found = List.of(gap("Pricing & terms", "700", "mill"));
    assertThat(pack(NOVEMBER.minusMonths(1)).gaps().getFirst().path())
        .isEqualTo(
            "performance/gaps?from=2026-10-01&to=2026-10-31&gap=searches%3APricing%20%26%20terms");
  }

  private static Opportunity won(OpportunityId id, LocalDate on) {
    return new Opportunity(
        id,
        "The mill",
        null,
        null,
        null,
        null,
        List.of(),
        "Closed Won",
        null,
        List.of(),
        List.of(),
        Money.of("1000", "EUR"),
        null,
        null,
        on,
        Outcome.WON,
        null,
        null,
        null,
        RequestDesk.THURSDAY);
  }

  @Test
  void whatTheGlossaryCallsAQualifiedLeadIsCountedAsOne() {
    desk.deals.addHistory(
        List.of(
            new StageMoment(
                RequestDesk.MILL, "2 - Real chance", Instant.parse("2026-11-05T09:00:00Z"))));
    assertThat(pack(NOVEMBER).journey()).as("nobody says that this is one").isEmpty();
    glossary.define("SQL", "Sales says yes", List.of("2 - real chance"), ANNA);
    assertThat(pack(NOVEMBER).journey())
        .extracting(Figure::name, Figure::now, Figure::before)
        .contains(tuple("MQL", "0", "0"), tuple("SQL", "1", "0"));
  }

  private static GapsReport.Gap gap(String title, String dollars, String... deals) {
    return new GapsReport.Gap(
        Kind.SEARCHES,
        title,
        List.of("asked for 3 times"),
        List.of(deals).stream().map(OpportunityId::new).toList(),
        List.of(Money.of(dollars, "USD")),
        List.of(),
        title,
        title);
  }

  private void event(String at, String action, String asset) {
    sequence++;
    jdbc.sql(
            "insert into insight_event (sequence, key, at, action, asset, rep) values (?, ?,"
                + " ?::timestamptz, ?, ?, 'rita')")
        .params(sequence, "k" + sequence, at, action, asset)
        .update();
  }
}
