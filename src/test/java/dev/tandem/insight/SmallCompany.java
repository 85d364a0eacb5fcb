package dev.tandem.insight;

import static dev.tandem.search.SmallLibrary.anAsset;

import dev.tandem.deals.Opportunities;
import dev.tandem.deals.Opportunities.StageMoment;
import dev.tandem.deals.Opportunity;
import dev.tandem.deals.OpportunityId;
import dev.tandem.deals.Outcome;
import dev.tandem.feedback.EventJson;
import dev.tandem.feedback.EventProblem;
import dev.tandem.feedback.FeedbackEvent;
import dev.tandem.search.LibraryInMemory;
import dev.tandem.shared.Money;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.Term;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Two assets, three deals and a log that can be counted by hand. The deal "won" was in
 * Qualification (awareness) from 1 November and in Negotiation (decision) from 10 November; it
 * closed on the 15th with 1,000 EUR.
 */
final class SmallCompany {
  static final Clock NOW = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);

  static final List<String> EVENTS =
      List.of(
          """
          {"key":"served","type":"slate_served","at":"2026-11-05T09:00:00Z","slate":"s1","surface":"search","rep":"rita","deal":"won","query":"roi","model":"prior","items":[{"asset":"guide","position":1,"score":2,"selection_probability":1},{"asset":"video","position":2,"score":1,"selection_probability":1}]}
          """,
          """
          {"key":"saw-guide","type":"impression","at":"2026-11-05T09:00:01Z","slate":"s1","asset":"guide"}
          """,
          """
          {"key":"saw-video","type":"impression","at":"2026-11-05T09:00:01Z","slate":"s1","asset":"video"}
          """,
          """
          {"key":"opened","type":"open","at":"2026-11-05T09:00:09Z","rep":"rita","asset":"guide","slate":"s1"}
          """,
          """
          {"key":"no-video","type":"dismissal","at":"2026-11-05T09:01:00Z","slate":"s1","asset":"video","rep":"rita","reason":"too long"}
          """,
          """
          {"key":"sent","type":"share","at":"2026-11-12T09:00:00Z","share":"x","rep":"rita","asset":"guide","deal":"won"}
          """,
          """
          {"key":"read","type":"buyer_view","at":"2026-11-13T08:00:00Z","share":"x","asset":"guide","page":2,"seconds":31,"visitor":"v"}
          """,
          """
          {"key":"good","type":"rating","at":"2026-11-13T09:00:00Z","rep":"rita","asset":"guide","value":"helpful","deal":"won"}
          """,
          """
          {"key":"bad","type":"rating","at":"2026-11-13T09:00:00Z","rep":"bob","asset":"guide","value":"not_helpful","reason":"dated"}
          """,
          """
          {"key":"saved","type":"download","at":"2026-11-14T09:00:00Z","rep":"bob","asset":"video","deal":"open"}
          """,
          """
          {"key":"copied","type":"copy_link","at":"2026-11-14T10:00:00Z","rep":"bob","asset":"guide"}
          """,
          """
          {"key":"slipped","type":"open","at":"2026-11-14T11:00:00Z","rep":"eva","asset":"guide","deal":"lost"}
          """,
          """
          {"key":"back","type":"retraction","at":"2026-11-14T11:00:05Z","rep":"eva","retracted":"slipped"}
          """);

  final LogInMemory log = new LogInMemory();
  final LibraryInMemory library = new LibraryInMemory();
  final ReadModel readModel;
  final ContentPerformance performance;
  final InsightOnDatabase reports;
  final PerformanceTables tables;
  final PackedRows rows;
  final PersonDays people;
  final Opportunities deals;
  private final JdbcClient jdbc;

  SmallCompany(JdbcClient jdbc, DataSource source, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    var batches = new JdbcTemplate(source);
    batches.execute(
        "truncate insight_alias, insight_event, insight_slate, insight_day, insight_month,"
            + " insight_pair, insight_trend, insight_search, insight_person, insight_total,"
            + " insight_deal_path, insight_trial, insight_preference, insight_exploration, insight_asset_trial, insight_asset_trial_month,"
            + " insight_dirty_day, insight_dirty_deal, insight_stale_deal, stage_history, opportunity cascade;"
            + " update insight_progress set sequence = 0, zone = ''");
    reports = new InsightOnDatabase(jdbc, source, transactions, log, library, NOW);
    deals = reports.deals;
    readModel = reports.readModel;
    tables = reports.tables;
    rows = new PackedRows(jdbc);
    people = new PersonDays(jdbc);
    performance = reports.performance;
    fill(deals);
    library.put(
        anAsset("guide")
            .titled("Buyer's guide")
            .ofType(ContentType.BUYERS_GUIDE)
            .about(List.of(product("Ledger"), product("Payroll")))
            .build(),
        null);
    library.put(anAsset("video").titled("The video").ofType(ContentType.VIDEO).build(), null);
  }

  private static void fill(Opportunities deals) {
    deals.save(deal("won", "Closed Won", Outcome.WON, "1000", LocalDate.of(2026, 11, 15)));
    deals.save(deal("lost", "Closed Lost", Outcome.LOST, "700", LocalDate.of(2026, 11, 16)));
    deals.save(deal("open", "Value Proposition", Outcome.OPEN, "500", null));
    deals.addHistory(
        List.of(
            new StageMoment(new OpportunityId("won"), "Qualification", day(1)),
            new StageMoment(new OpportunityId("won"), "Negotiation/Review", day(10)),
            new StageMoment(new OpportunityId("open"), "Value Proposition", day(2))));
  }

  private static Opportunity deal(
      String id, String stage, Outcome outcome, String amount, @Nullable LocalDate closedOn) {
    return new Opportunity(
        new OpportunityId(id),
        "Deal " + id,
        null,
        null,
        null,
        null,
        List.of(),
        stage,
        null,
        List.of(),
        List.of(),
        Money.of(amount, "EUR"),
        null,
        null,
        closedOn,
        outcome,
        null,
        null,
        null,
        NOW.instant());
  }

  private static Term product(String label) {
    return new Term(Dimension.PRODUCT, label);
  }

  /** Noon of a day in November. */
  static Instant day(int day) {
    return LocalDate.of(2026, 11, day)
        .atTime(LocalTime.NOON)
        .atZone(ZoneId.systemDefault())
        .toInstant();
  }

  void logEverything() {
    EVENTS.forEach(this::log);
  }

  void log(String event) {
    log.append(read(event));
  }

  private static FeedbackEvent read(String event) {
    try {
      return EventJson.read(event);
    } catch (EventProblem e) {
      throw new IllegalArgumentException(event, e);
    }
  }

  /** Everything the read model holds. */
  List<Map<String, Object>> tables() {
    var rows = new ArrayList<Map<String, Object>>();
    for (var table :
        List.of(
            "insight_event order by sequence",
            "insight_slate order by slate",
            "insight_day order by day",
            "insight_month order by day",
            "insight_pair order by day, asset, stage, rep, deal",
            "insight_trend order by day, asset",
            "insight_deal_path order by deal",
            "insight_search order by day, query",
            "insight_person order by day, rep",
            "insight_trial order by day, arm, model",
            "insight_preference order by day, model, rival",
            "insight_exploration order by day, tried",
            "insight_asset_trial order by day, asset, shown",
            "insight_asset_trial_month order by day, asset, shown",
            "insight_total order by day"))
      for (var row : jdbc.sql("select * from " + table).query().listOfRows()) {
        row.replaceAll(
            (name, value) ->
                switch (value) {
                  case java.sql.Array array -> listed(array);
                  case byte[] bytes -> HexFormat.of().formatHex(bytes);
                  case null, default -> value;
                });
        rows.add(row);
      }
    return rows;
  }

  private static Object listed(java.sql.Array array) {
    try {
      return List.of((Object[]) array.getArray());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One event as the read model keeps it. */
  Map<String, Object> event(String key) {
    return jdbc.sql("select * from insight_event where key = ?").param(key).query().singleRow();
  }
}
