package dev.tandem.deals.crm.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.deals.crm.Access;
import dev.tandem.deals.crm.CrmFailure;
import dev.tandem.deals.crm.CrmGateway;
import dev.tandem.deals.crm.CrmGatewayContract;
import dev.tandem.deals.crm.FakeDeal;
import dev.tandem.deals.crm.RestShape;
import dev.tandem.deals.crm.SyncAlone;
import dev.tandem.deals.crm.SyncCursor;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RestGatewayTest extends CrmGatewayContract {
  /** As docs/connecting.md shows it. */
  static final RestShape ESPO =
      new RestShape(
          "/api/v1/Opportunity",
          "maxSize={limit}&offset={offset}&orderBy=modifiedAt&order=asc"
              + "&where[0][type]=greaterThanOrEquals&where[0][attribute]=modifiedAt"
              + "&where[0][value]={since}",
          "X-Api-Key",
          "{token}",
          "modified",
          200,
          "/list",
          null,
          "/id",
          "/modifiedAt",
          "yyyy-MM-dd HH:mm:ss",
          "/deleted",
          null,
          null,
          null,
          Map.of("rival", "/custom/rival"),
          Map.of(
              "name", "name",
              "account", "accountName",
              "sales_stage", "stage",
              "amount", "amount",
              "currency", "amountCurrency",
              "created_on", "createdAt",
              "competitors", "rival"));

  private final EspoServer espo = new EspoServer();

  @Override
  protected void put(FakeDeal deal) {
    espo.deals.put(deal.id(), deal);
  }

  @Override
  protected void delete(String id, Instant at) {
    espo.deleted.put(id, at);
  }

  @Override
  protected boolean mayRepeat() {
    return true;
  }

  @Override
  protected CrmGateway gateway() {
    var access = Access.rest(espo.url(), "secret-key", ESPO);
    return new RestFactory(SyncAlone.settings("crm", access), pause -> true, CLOCK)
        .open("crm", access);
  }

  @AfterEach
  void stop() {
    espo.close();
  }

  @Test
  void manyDealsOfOneMomentAreAllRead() {
    var at = Instant.parse("2026-05-01T08:00:00Z");
    for (int i = 0; i < 700; i++) put(FakeDeal.of(i, at));
    assertThat(scan(SyncCursor.START).ids()).hasSize(700);
  }

  @Test
  void aDealThatChangesMeanwhileHidesNoOther() {
    var at = Instant.parse("2026-05-01T08:00:00Z");
    for (int i = 0; i < 400; i++) put(FakeDeal.of(i, at.plusSeconds(i)));
    var gateway = gateway();
    var first = gateway.page(SyncCursor.START, Set.of());
    put(FakeDeal.of(3, at).changed("Changed", NOW));
    var scan = scan(first.next());
    assertThat(scan.ids()).contains("1003", "1200", "1201", "1399");
  }

  @Test
  void aCrmThatDoesNotSortIsSaidToAndNothingIsSkipped() {
    espo.sorts = false;
    for (int i = 0; i < 300; i++) put(FakeDeal.of(i, NOW.minusSeconds(i)));
    assertThatThrownBy(() -> scan(SyncCursor.START))
        .isInstanceOf(CrmFailure.class)
        .hasMessageContaining("does not sort");
  }

  @Test
  void placesInsideARecordAreFields() {
    put(FakeDeal.of(1, NOW));
    assertThat(scan(SyncCursor.START).records.getFirst().values()).containsEntry("rival", "Acme");
  }

  @Test
  void theTokenGoesToTheCrmOnly() {
    var query = new RestQuery(URI.create("https://crm.example.com"), ESPO);
    assertThat(query.follow("/api/next?x=1")).hasHost("crm.example.com");
    assertThatThrownBy(() -> query.follow("https://elsewhere.example.com/x"))
        .isInstanceOf(CrmFailure.class);
  }
}
