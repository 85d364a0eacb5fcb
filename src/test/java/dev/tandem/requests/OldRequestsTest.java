package dev.tandem.requests;

import static dev.tandem.requests.RequestDesk.MILL;
import static dev.tandem.requests.RequestDesk.THURSDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.deals.OpportunityId;
import dev.tandem.feedback.FeedbackEvent.Share;
import dev.tandem.identity.UserId;
import dev.tandem.library.AssetId;
import dev.tandem.requests.ContentRequest.Wish;
import dev.tandem.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is left of requests when the periods are over. */
@ExtendWith(TestDatabase.class)
class OldRequestsTest {
  private static final UserId ANNA = new UserId("anna"), INGRID = new UserId("ingrid");
  private static final AssetId FLYER = new AssetId("flyer");
  private static final OpportunityId PORT = new OpportunityId("port");
  private static final Instant LATER = THURSDAY.plus(Duration.ofHours(2));
  private static final Instant YEARS_LATER = THURSDAY.plus(Duration.ofDays(1_000));

  private final RequestDesk desk;
  private final JdbcClient jdbc;
  private final OldProofs proofs;
  private final OldRequestNames names;
  private final long id;

  OldRequestsTest(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    desk = new RequestDesk(jdbc, transactions);
    proofs = new OldProofs(jdbc, new TransactionTemplate(transactions));
    names = new OldRequestNames(jdbc, new TransactionTemplate(transactions));
    id = desk.requests.ask(ANNA, new Wish("A flyer", "", "", "", MILL)).id();
  }

  private void proveThreeTimes() {
    desk.requests.move(id, new RequestMove.Deliver(FLYER), INGRID);
    share("s1", MILL, LATER);
    share("s2", MILL, LATER.plusSeconds(1));
    share("s3", PORT, LATER.plusSeconds(2));
    desk.proof.catchUp();
  }

  private void share(String key, OpportunityId deal, Instant at) {
    desk.log.append(new Share(key, at, key, ANNA, FLYER, deal, null));
  }

  private ContentRequest request() {
    return desk.requests.find(id).orElseThrow();
  }

  @Test
  void whatWasProvenStaysProvenWithItsNumbersWhenTheUsesAreForgotten() {
    proveThreeTimes();
    var before = request();
    assertThat(proofs.due(YEARS_LATER)).isEqualTo(3);
    assertThat(proofs.remove(YEARS_LATER)).isEqualTo(3);
    assertThat(request()).isEqualTo(before);
    assertThat(request().state()).isEqualTo(RequestState.PROVEN);
    assertThat(
            jdbc.sql("select key from content_request_use order by key").query(String.class).list())
        .containsExactly("kept:mill", "kept:port");
    assertThat(proofs.due(YEARS_LATER)).isZero();
  }

  @Test
  void laterUsesAddUpWithThoseThatAreKeptAsCounts() {
    proveThreeTimes();
    proofs.remove(YEARS_LATER);
    share("s4", MILL, LATER.plusSeconds(9));
    desk.proof.catchUp();
    proofs.remove(YEARS_LATER);
    assertThat(request().delivery())
        .satisfies(
            it -> {
              assertThat(it.uses()).isEqualTo(4);
              assertThat(it.deals()).isEqualTo(2);
            });
  }

  @Test
  void youngUsesKeepTheirEvents() {
    proveThreeTimes();
    assertThat(proofs.remove(LATER.plusSeconds(1))).isEqualTo(1);
    assertThat(request().delivery()).satisfies(it -> assertThat(it.uses()).isEqualTo(3));
    assertThat(
            jdbc.sql("select count(*) from content_request_use where key in ('s2', 's3')")
                .query(Long.class)
                .single())
        .isEqualTo(2);
  }

  @Test
  void endedRequestsLoseTheirNamesAndKeepWhatTheLedgerCounts() {
    proveThreeTimes();
    var before = request();
    assertThat(names.remove(YEARS_LATER)).isEqualTo(1);
    var after = request();
    assertThat(after.askedBy().value()).startsWith("former-");
    assertThat(after.askers()).hasSameSizeAs(before.askers());
    assertThat(after.state()).isEqualTo(before.state());
    assertThat(after.promise()).isEqualTo(before.promise());
    assertThat(
            jdbc.sql("select count(*) from content_request_step where actor in ('anna', 'ingrid')")
                .query(Long.class)
                .single())
        .isZero();
    assertThat(names.due(YEARS_LATER)).isZero();
  }

  @Test
  void openRequestsKeepTheirNames() {
    assertThat(names.remove(YEARS_LATER)).isZero();
    assertThat(request().askedBy()).isEqualTo(ANNA);
  }
}
