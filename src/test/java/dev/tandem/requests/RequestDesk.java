package dev.tandem.requests;

import static dev.tandem.search.SmallLibrary.anAsset;

import dev.tandem.deals.DealsOnDatabase;
import dev.tandem.deals.Opportunities;
import dev.tandem.deals.Opportunity;
import dev.tandem.deals.OpportunityId;
import dev.tandem.deals.Outcome;
import dev.tandem.insight.LogInMemory;
import dev.tandem.messages.Messages;
import dev.tandem.messages.MessagesOnDatabase;
import dev.tandem.search.LibraryInMemory;
import dev.tandem.shared.Money;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.Term;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Requests with two assets ("flyer", "case") and two deals, on Thursday, 26 November 2026. */
public final class RequestDesk {
  public static final Instant THURSDAY = Instant.parse("2026-11-26T09:00:00Z");
  public static final OpportunityId MILL = new OpportunityId("mill"),
      PORT = new OpportunityId("port");

  public final ContentRequests requests;
  public final Opportunities deals;
  public final PromiseLedger ledger;
  final RequestOwners owners;
  final ServiceLevels levels;
  final Messages messages;
  public final LogInMemory log = new LogInMemory();
  public final LibraryInMemory library = new LibraryInMemory();
  final ProofReading proof;

  public RequestDesk(JdbcClient jdbc, PlatformTransactionManager transactions) {
    for (var table :
        List.of(
            "content_request_use",
            "content_request_step",
            "content_request_asker",
            "content_request",
            "content_owner",
            "message")) jdbc.sql("delete from " + table).update();
    jdbc.sql("delete from service_level where type <> ''").update();
    jdbc.sql("update content_request_progress set sequence = 0").update();
    var clock = Clock.fixed(THURSDAY, ZoneOffset.UTC);
    var transaction = new TransactionTemplate(transactions);
    library.put(anAsset("flyer").titled("The flyer").build(), null);
    library.put(anAsset("case").titled("The case").build(), null);
    deals = DealsOnDatabase.open(jdbc, transactions, clock, changed -> {});
    deals.save(deal(MILL, "The mill", Money.of("1000", "EUR"), "Ledger"));
    deals.save(deal(PORT, "The port", Money.of("500", "USD"), "Payroll"));
    ledger = new PromiseLedger(jdbc);
    owners = new JdbcRequestOwners(jdbc);
    levels = new JdbcServiceLevels(jdbc);
    messages = MessagesOnDatabase.open(jdbc, clock);
    var news = new RequestNews(messages, library, clock);
    var moves = new RequestMoves(jdbc, library, clock);
    requests =
        new JdbcContentRequests(jdbc, transaction, owners, levels, deals, moves, news, clock);
    proof = new ProofReading(log, jdbc, transaction, requests, moves, news, library, clock);
  }

  private static Opportunity deal(
      OpportunityId id, String name, @Nullable Money amount, String product) {
    return new Opportunity(
        id,
        name,
        null,
        null,
        null,
        null,
        List.of(),
        "Qualification",
        null,
        List.of(),
        List.of(new Term(Dimension.PRODUCT, product)),
        amount,
        null,
        null,
        null,
        Outcome.OPEN,
        null,
        null,
        null,
        THURSDAY);
  }
}
