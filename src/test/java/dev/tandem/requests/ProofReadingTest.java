package dev.tandem.requests;

import static dev.tandem.requests.RequestDesk.MILL;
import static dev.tandem.requests.RequestDesk.THURSDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.deals.OpportunityId;
import dev.tandem.feedback.FeedbackEvent.AssetUsed;
import dev.tandem.feedback.FeedbackEvent.AssetUsed.Use;
import dev.tandem.feedback.FeedbackEvent.Retraction;
import dev.tandem.feedback.FeedbackEvent.Share;
import dev.tandem.feedback.FeedbackEvent.SlateServed;
import dev.tandem.feedback.FeedbackEvent.Surface;
import dev.tandem.identity.UserId;
import dev.tandem.library.AssetId;
import dev.tandem.requests.ContentRequest.Wish;
import dev.tandem.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@ExtendWith(TestDatabase.class)
class ProofReadingTest {
  private static final UserId ANNA = new UserId("anna"), INGRID = new UserId("ingrid");
  private static final AssetId FLYER = new AssetId("flyer"), CASE = new AssetId("case");
  private static final Instant LATER = THURSDAY.plus(Duration.ofHours(2));

  private final RequestDesk desk;
  private final long id;

  ProofReadingTest(JdbcClient jdbc, PlatformTransactionManager transactions) {
    desk = new RequestDesk(jdbc, transactions);
    id = desk.requests.ask(ANNA, new Wish("A flyer", "", "", "", MILL)).id();
  }

  @Test
  void aUseInADealAfterTheDeliveryProvesTheRequest() {
    deliver();
    share("s1", FLYER, MILL, LATER);
    desk.proof.catchUp();
    var request = request();
    assertThat(request.state()).isEqualTo(RequestState.PROVEN);
    assertThat(request.delivery())
        .satisfies(
            delivery -> {
              assertThat(delivery.provenAt()).isEqualTo(LATER);
              assertThat(delivery.deals()).isEqualTo(1);
            });
    assertThat(desk.messages.of(ANNA, 9).getFirst().words()).contains("now used in a deal");
    share("s2", FLYER, new OpportunityId("port"), LATER.plusSeconds(1));
    desk.proof.catchUp();
    assertThat(request().delivery())
        .satisfies(delivery -> assertThat(delivery.uses()).isEqualTo(2));
  }

  @Test
  void whereTheDeliveryWasMergedAUseOfTheKeptAssetProvesTheRequest() {
    deliver();
    desk.library.merged.put(FLYER, CASE);
    share("s1", CASE, MILL, LATER);
    desk.proof.catchUp();
    assertThat(request().state()).isEqualTo(RequestState.PROVEN);
  }

  @Test
  void theDealMayStandWithTheSlateOnly() {
    deliver();
    desk.log.append(
        new SlateServed("slate:x", LATER, "x", Surface.DEAL, ANNA, MILL, null, "prior", List.of()));
    desk.proof.catchUp();
    desk.log.append(new AssetUsed("open", LATER, Use.OPEN, ANNA, FLYER, "x", null));
    desk.proof.catchUp();
    assertThat(request().state()).isEqualTo(RequestState.PROVEN);
  }

  @Test
  void whatWasUsedBeforeOrOutsideADealOrIsAnotherAssetProvesNothing() {
    share("early", FLYER, MILL, THURSDAY.minusSeconds(60));
    deliver();
    share("still early", FLYER, MILL, THURSDAY.minusSeconds(1));
    share("no deal", FLYER, null, LATER);
    share("other", CASE, MILL, LATER);
    desk.proof.catchUp();
    assertThat(request().state()).isEqualTo(RequestState.DELIVERED);
  }

  @Test
  void aUseThatIsTakenBackProvesNothingAndTheNextOneDoes() {
    deliver();
    share("s1", FLYER, MILL, LATER);
    desk.proof.catchUp();
    desk.log.append(new Retraction("undo", LATER, "s1", ANNA));
    desk.proof.catchUp();
    assertThat(request().state()).isEqualTo(RequestState.DELIVERED);
    share("s2", FLYER, MILL, LATER);
    desk.proof.catchUp();
    assertThat(request().state()).isEqualTo(RequestState.PROVEN);
  }

  private void deliver() {
    desk.requests.move(id, new RequestMove.Deliver(FLYER), INGRID);
  }

  private ContentRequest request() {
    return desk.requests.find(id).orElseThrow();
  }

  private void share(String key, AssetId asset, @Nullable OpportunityId deal, Instant at) {
    desk.log.append(new Share(key, at, key, ANNA, asset, deal, null));
  }
}
