package dev.tandem.requests;

import static dev.tandem.requests.RequestDesk.MILL;
import static dev.tandem.requests.RequestDesk.PORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tandem.deals.OpportunityId;
import dev.tandem.identity.UserId;
import dev.tandem.library.AssetId;
import dev.tandem.messages.Message;
import dev.tandem.requests.ContentRequest.Wish;
import dev.tandem.requests.RequestMove.Accept;
import dev.tandem.requests.RequestMove.Decline;
import dev.tandem.requests.RequestMove.Deliver;
import dev.tandem.requests.RequestMove.Merge;
import dev.tandem.requests.RequestMove.Reopen;
import dev.tandem.requests.RequestMove.Start;
import dev.tandem.shared.Money;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@ExtendWith(TestDatabase.class)
class ContentRequestsTest {
  private static final UserId ANNA = new UserId("anna"),
      BOB = new UserId("bob"),
      INGRID = new UserId("ingrid"),
      OTTO = new UserId("otto");
  private static final AssetId FLYER = new AssetId("flyer");

  private final RequestDesk desk;
  private final ContentRequests requests;

  ContentRequestsTest(JdbcClient jdbc, PlatformTransactionManager transactions) {
    desk = new RequestDesk(jdbc, transactions);
    requests = desk.requests;
  }

  @Test
  void aRequestKeepsWhatWasLookedForAndForWhichDeal() {
    var wish =
        new Wish(
            " A case study with SAP ",
            "sap type:case study",
            "type: Case study",
            "q=sap+type%3Acase+study",
            MILL,
            ContentType.CASE_STUDY,
            List.of("Ledger"),
            "slate-1");
    var asked = requests.ask(ANNA, wish);
    assertThat(requests.list(RequestFilter.OPEN)).containsExactly(asked);
    assertThat(asked.wish()).isEqualTo(wish);
    assertThat(asked.wish().need()).isEqualTo("A case study with SAP");
    assertThat(asked.askedBy()).isEqualTo(ANNA);
  }

  @Test
  void askingTwiceForTheSameIsAskingOnce() {
    var first = requests.ask(ANNA, wish("A flyer", null));
    assertThat(requests.ask(ANNA, wish("A flyer", null)).id()).isEqualTo(first.id());
    requests.ask(INGRID, wish("A flyer", null));
    requests.ask(ANNA, wish("A poster", null));
    assertThat(requests.countOpen()).isEqualTo(3);
    assertThat(requests.history(first.id())).hasSize(1);
  }

  @Test
  void theMostTellingRuleFindsTheOwnerAndTheDealNamesTheProduct() {
    desk.owners.set(new RequestOwners.Rule(null, "", OTTO));
    desk.owners.set(new RequestOwners.Rule(null, "ledger", BOB));
    desk.owners.set(new RequestOwners.Rule(ContentType.CASE_STUDY, "", INGRID));
    assertThat(requests.ask(ANNA, wish("Something", null)).owner()).isEqualTo(OTTO);
    assertThat(requests.ask(ANNA, wish("Something", MILL)).owner()).isEqualTo(BOB);
    assertThat(requests.ask(ANNA, wish("Something", PORT)).owner()).isEqualTo(OTTO);
    var caseStudy = new Wish("A case", "", "", "", MILL, ContentType.CASE_STUDY, List.of(), null);
    assertThat(requests.ask(ANNA, caseStudy).owner()).isEqualTo(INGRID);
    assertThat(told(INGRID)).singleElement().asString().contains("A case");
  }

  @Test
  void promisesCountWorkingDaysByTheLevelOfTheType() {
    var usual = requests.ask(ANNA, wish("Something", null)).promise();
    assertThat(usual.answerBy()).isEqualTo(LocalDate.of(2026, 12, 1)); // over the weekend
    desk.levels.set(new ServiceLevels.Level(ContentType.PRICING, 1, 2));
    var pricing = new Wish("Prices", "", "", "", null, ContentType.PRICING, List.of(), null);
    assertThat(requests.ask(ANNA, pricing).promise())
        .isEqualTo(
            new ContentRequest.Promise(LocalDate.of(2026, 11, 27), LocalDate.of(2026, 11, 30)));
  }

  @Test
  void aRequestGoesItsWayAndWhoAskedIsToldOfEveryStep() {
    var id = requests.ask(ANNA, wish("A flyer", MILL)).id();
    var agreed = LocalDate.of(2026, 12, 24);
    done(id, new Accept(agreed));
    done(id, new Start());
    var delivered = done(id, new Deliver(FLYER));
    assertThat(delivered.state()).isEqualTo(RequestState.DELIVERED);
    assertThat(delivered.promise().dueOn()).isEqualTo(agreed);
    assertThat(delivered.answeredAt()).isEqualTo(RequestDesk.THURSDAY);
    assertThat(delivered.asset()).contains(FLYER);
    assertThat(told(ANNA)).hasSize(3).first().asString().contains("delivered: “The flyer”.");
    assertThat(requests.history(id))
        .extracting(RequestStep::what)
        .containsExactly("asked", "accepted", "in_work", "delivered");
  }

  @Test
  void whoIsDeclinedReadsWhy() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Decline(" "));
    var id = requests.ask(ANNA, wish("A flyer", null)).id();
    assertThat(done(id, new Decline("We have one")).declineReason()).isEqualTo("We have one");
    assertThat(requests.list(RequestFilter.OPEN)).isEmpty();
    var again = done(id, new Reopen());
    assertThat(again.state()).isEqualTo(RequestState.ASKED);
    assertThat(again.declineReason()).isNull();
  }

  @Test
  void whatCannotBeIsRefusedWithAReasonAndChangesNothing() {
    var id = requests.ask(ANNA, wish("A flyer", null)).id();
    assertThat(refused(id, new Deliver(new AssetId("nowhere")))).contains("no asset nowhere");
    assertThat(refused(id, new Merge(id))).contains("itself");
    assertThat(refused(id, new Reopen())).isEqualTo("It is open.");
    done(id, new Deliver(FLYER));
    assertThat(refused(id, new Accept(null))).contains("Delivered");
    assertThat(requests.move(77, new Start(), INGRID)).isInstanceOf(MoveOutcome.NotFound.class);
    requests.ask(ANNA, wish("A flyer", null));
    assertThat(refused(id, new Reopen())).contains("asked for again");
  }

  @Test
  void mergedRequestsBringTheirPeopleDealsAndMoneyAlong() {
    var one = requests.ask(ANNA, wish("A flyer", MILL)).id();
    var other = requests.ask(BOB, wish("Some flyer", PORT)).id();
    done(other, new Merge(one));
    var both = requests.find(one).orElseThrow();
    assertThat(both.askers()).containsExactlyInAnyOrder(ANNA, BOB);
    assertThat(both.deals()).containsExactlyInAnyOrder(MILL, PORT);
    var money = MoneyBehind.of(desk.deals.findAll(both.deals()).values());
    assertThat(money.openDeals()).isEqualTo(2);
    assertThat(money.sums())
        .containsExactly(Money.of("1000", "EUR"), Money.of("500", "USD")); // never added up
    done(one, new Deliver(FLYER));
    assertThat(told(BOB)).first().asString().contains("delivered");
    assertThat(refused(other, new Start())).contains("merged into request " + one);
  }

  @Test
  void aPromiseIsBrokenTheDayAfterAndWhatIsMostPressingComesFirst() {
    desk.levels.set(new ServiceLevels.Level(ContentType.EMAIL, 1, 1));
    var slow = requests.ask(ANNA, wish("Slow", null));
    var quick =
        requests.ask(ANNA, new Wish("Quick", "", "", "", null, ContentType.EMAIL, List.of(), null));
    assertThat(requests.list(RequestFilter.ALL))
        .extracting(ContentRequest::id)
        .containsExactly(quick.id(), slow.id());
    assertThat(quick.isLate(LocalDate.of(2026, 11, 27))).isFalse();
    assertThat(quick.isLate(LocalDate.of(2026, 11, 28))).isTrue();
  }

  @Test
  void anEmptyWishIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> wish("  ", null));
  }

  private ContentRequest done(long id, RequestMove move) {
    var outcome = requests.move(id, move, INGRID);
    assertThat(outcome).isInstanceOf(MoveOutcome.Done.class);
    return ((MoveOutcome.Done) outcome).request();
  }

  private String refused(long id, RequestMove move) {
    var before = requests.find(id);
    var outcome = requests.move(id, move, INGRID);
    assertThat(outcome).isInstanceOf(MoveOutcome.Refused.class);
    assertThat(requests.find(id)).isEqualTo(before);
    return ((MoveOutcome.Refused) outcome).reason();
  }

  private List<String> told(UserId person) {
    return desk.messages.of(person, 50).stream().map(Message::words).toList();
  }

  private static Wish wish(String need, @Nullable OpportunityId deal) {
    return new Wish(need, "flyer", "", "q=flyer", deal);
  }
}
