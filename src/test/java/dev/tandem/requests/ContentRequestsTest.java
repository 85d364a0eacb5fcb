package dev.tandem.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tandem.deals.OpportunityId;
import dev.tandem.identity.UserId;
import dev.tandem.requests.ContentRequest.Wish;
import dev.tandem.testing.TestDatabase;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(TestDatabase.class)
class ContentRequestsTest {
  private static final UserId ANNA = new UserId("anna"), INGRID = new UserId("ingrid");

  private final JdbcClient jdbc;
  private final ContentRequests requests;

  ContentRequestsTest(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.requests = new JdbcContentRequests(jdbc, Clock.systemUTC());
  }

  @BeforeEach
  void startEmpty() {
    jdbc.sql("delete from content_request").update();
  }

  @Test
  void aRequestKeepsWhatWasLookedForAndForWhichDeal() {
    var wish =
        new Wish(
            " A case study with SAP ",
            "sap type:case study",
            "type: Case study",
            "q=sap+type%3Acase+study",
            new OpportunityId("D-1"));
    var asked = requests.ask(ANNA, wish);
    assertThat(requests.list(true)).containsExactly(asked);
    assertThat(asked.wish()).isEqualTo(wish);
    assertThat(asked.wish().need()).isEqualTo("A case study with SAP");
    assertThat(asked.askedBy()).isEqualTo(ANNA);
  }

  @Test
  void askingTwiceForTheSameIsAskingOnce() {
    var first = requests.ask(ANNA, wish("A flyer"));
    assertThat(requests.ask(ANNA, wish("A flyer")).id()).isEqualTo(first.id());
    requests.ask(INGRID, wish("A flyer"));
    requests.ask(ANNA, wish("A poster"));
    assertThat(requests.countOpen()).isEqualTo(3);
  }

  @Test
  void whatIsDoneLeavesTheListAndComesBackWhenOpenedAgain() {
    var asked = requests.ask(ANNA, wish("A flyer"));
    requests.markDone(asked.id(), INGRID);
    assertThat(requests.list(true)).isEmpty();
    assertThat(requests.list(false))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.isOpen()).isFalse();
              assertThat(one.done()).isNotNull();
            });
    requests.reopen(asked.id());
    assertThat(requests.list(true)).containsExactly(asked);
  }

  @Test
  void whatWasAskedForAgainMeanwhileIsNotOpenedTwice() {
    var asked = requests.ask(ANNA, wish("A flyer"));
    requests.markDone(asked.id(), INGRID);
    var again = requests.ask(ANNA, wish("A flyer"));
    requests.reopen(asked.id());
    assertThat(requests.list(true)).containsExactly(again);
  }

  @Test
  void anEmptyWishIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> wish("  "));
  }

  private static Wish wish(String need) {
    return new Wish(need, "flyer", "", "q=flyer", null);
  }
}
