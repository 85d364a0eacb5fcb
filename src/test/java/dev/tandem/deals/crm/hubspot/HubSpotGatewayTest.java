package dev.tandem.deals.crm.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.tandem.deals.crm.Access;
import dev.tandem.deals.crm.CrmFailure;
import dev.tandem.deals.crm.CrmGateway;
import dev.tandem.deals.crm.CrmGatewayContract;
import dev.tandem.deals.crm.FakeDeal;
import dev.tandem.deals.crm.SyncAlone;
import dev.tandem.deals.crm.SyncCursor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HubSpotGatewayTest extends CrmGatewayContract {
  private final HubSpotServer hubspot = new HubSpotServer();
  private final List<Duration> pauses = new ArrayList<>();

  @Override
  protected void put(FakeDeal deal) {
    hubspot.put(deal);
  }

  @Override
  protected void delete(String id, Instant at) {
    hubspot.archive(id, at);
  }

  @Override
  protected CrmGateway gateway() {
    var access = Access.web("hubspot", hubspot.url(), "secret-token");
    return new HubSpotFactory(SyncAlone.settings("crm", access), pauses::add, CLOCK)
        .open("crm", access);
  }

  @AfterEach
  void stop() {
    hubspot.close();
  }

  @Test
  void moreThanASearchGivesIsReadInSeveral() {
    for (int i = 0; i < 10_150; i++) put(FakeDeal.of(i, NOW.minusSeconds(3600)));
    assertThat(scan(SyncCursor.START).ids()).hasSize(10_150);
  }

  @Test
  void stagesHaveTheirNamesAndTheirHistory() {
    put(FakeDeal.of(1, NOW).inStage("Closed won", NOW));
    hubspot.histories.put(
        "1001",
        List.of(
            new String[] {"Closed won", "2026-05-30T10:00:00.000Z"},
            new String[] {"Qualified", "2026-03-01T23:30:00.000Z"}));
    var record = scan(SyncCursor.START).records.getFirst();
    assertThat(record.values())
        .containsEntry("stage.label", "Closed won")
        .containsEntry("stage.outcome", "won")
        .containsEntry("owner.email", "anna.berg@example.com")
        .containsEntry("company.industry", "Computer software");
    assertThat(record.stages())
        .extracting(stage -> stage.salesStage() + " " + stage.enteredAt())
        .containsExactly("Closed won 2026-05-30T10:00:00Z", "Qualified 2026-03-01T23:30:00Z");
  }

  @Test
  void aLimitIsKept() {
    put(FakeDeal.of(1, NOW));
    hubspot.next(right -> right.withStatus(429).withHeader("Retry-After", "7").withBody("{}"));
    assertThat(scan(SyncCursor.START).ids()).hasSize(1);
    assertThat(pauses).containsExactly(Duration.ofSeconds(7));
  }

  @Test
  void aLongWaitEndsTheRunUntilThen() {
    hubspot.next(right -> right.withStatus(429).withHeader("Retry-After", "3600").withBody("{}"));
    assertThatThrownBy(() -> scan(SyncCursor.START))
        .isInstanceOfSatisfying(
            CrmFailure.class,
            failure -> assertThat(failure.notBefore()).contains(NOW.plusSeconds(3600)));
  }

  @Test
  void whatMayPassIsTriedAgain() {
    put(FakeDeal.of(1, NOW));
    hubspot.next(
        right -> right.withStatus(500).withBody("oops"),
        right -> right.withBody("{\"total\":1,\"results\":[{\"id\":\"10"),
        right -> right.withFault(Fault.CONNECTION_RESET_BY_PEER),
        right -> right.withFixedDelay(2_500));
    assertThat(scan(SyncCursor.START).ids()).hasSize(1);
    assertThat(pauses).hasSize(4).isSorted();
  }

  @Test
  void whatDoesNotPassEndsTheRunAndSaysWhy() {
    for (int i = 0; i < 5; i++) hubspot.next(right -> right.withStatus(503).withBody("{}"));
    assertThatThrownBy(() -> scan(SyncCursor.START))
        .isInstanceOf(CrmFailure.class)
        .hasMessageContaining("503");
  }

  @Test
  void anAnswerOfAnotherShapeIsNotGuessedAt() {
    hubspot.next(right -> right.withBody("{\"data\":[]}"));
    assertThatThrownBy(() -> scan(SyncCursor.START))
        .isInstanceOf(CrmFailure.class)
        .hasMessageContaining("no list “results”");
  }

  @Test
  void aWrongTokenIsSaidWithoutBeingShown() {
    hubspot.next(right -> right.withStatus(401).withBody("{\"message\":\"expired\"}"));
    assertThatThrownBy(() -> scan(SyncCursor.START))
        .isInstanceOf(CrmFailure.class)
        .hasMessageContaining("401")
        .hasMessageNotContaining("secret-token");
    assertThat(Access.web("hubspot", hubspot.url(), "secret-token").toString())
        .doesNotContain("secret");
  }
}
