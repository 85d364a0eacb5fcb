package dev.tandem.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.deals.OpportunityId;
import dev.tandem.feedback.FeedbackEvent.AssetUsed;
import dev.tandem.feedback.FeedbackEvent.BuyerView;
import dev.tandem.feedback.FeedbackEvent.Retraction;
import dev.tandem.feedback.FeedbackEvent.Share;
import dev.tandem.identity.UserId;
import dev.tandem.library.AssetId;
import dev.tandem.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(TestDatabase.class)
class SharesTest {
  private static final UserId REP = new UserId("rita");
  private static final AssetId GUIDE = new AssetId("guide");
  private static final OpportunityId DEAL = new OpportunityId("D-1");
  private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

  private final JdbcClient jdbc;
  private final JdbcFeedbackLog log;
  private final Shares shares;

  SharesTest(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.log = new JdbcFeedbackLog(jdbc, Clock.systemUTC());
    this.shares = new JdbcShares(jdbc);
  }

  @BeforeEach
  void emptyLog() {
    jdbc.sql("delete from feedback_event").update();
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void whatTheBuyerDidStandsWithWhatWasSent() {
    var id = sent(MORNING);
    viewed(id, "visit-1", 12, MORNING.plusSeconds(60));
    viewed(id, "visit-1", 30, MORNING.plusSeconds(120));
    viewed(id, "visit-2", 8, MORNING.plusSeconds(600));
    assertThat(shares.onDeal(DEAL))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.asset()).isEqualTo(GUIDE);
              assertThat(one.copied()).isFalse();
              assertThat(one.viewers()).isEqualTo(2);
              assertThat(one.seconds()).isEqualTo(50);
              assertThat(one.viewedAt()).isEqualTo(MORNING.plusSeconds(600));
            });
  }

  @Test
  void aCopiedLinkLeadsToItsAssetAndCountsItsVisits() {
    var id = Shares.newId();
    log.append(
        new AssetUsed(
            Shares.copiedKey(id), MORNING, AssetUsed.Use.COPY_LINK, REP, GUIDE, null, DEAL));
    viewed(id, "visit-1", 5, MORNING.plusSeconds(9));
    assertThat(shares.link(id)).map(Shares.Link::asset).contains(GUIDE);
    assertThat(shares.by(REP, 10))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.copied()).isTrue();
              assertThat(one.viewers()).isEqualTo(1);
            });
  }

  @Test
  void whatWasTakenBackIsNeitherListedNorOpens() {
    var id = sent(MORNING);
    log.append(new Retraction("undo", MORNING.plusSeconds(3), Shares.sentKey(id), REP));
    assertThat(shares.onDeal(DEAL)).isEmpty();
    assertThat(shares.link(id)).isEmpty();
  }

  @Test
  void theNewestComesFirstAndTheLimitHolds() {
    IntStream.range(0, 5).forEach(i -> sent(MORNING.plusSeconds(i)));
    assertThat(shares.by(REP, 2))
        .extracting(Shares.Sent::at)
        .containsExactly(MORNING.plusSeconds(4), MORNING.plusSeconds(3));
  }

  @Test
  void idsThatNobodyGaveOutLeadNowhere() {
    assertThat(shares.link("unknown")).isEmpty();
    assertThat(shares.link("")).isEmpty();
    assertThat(shares.link("\0")).isEmpty();
    assertThat(shares.link("x".repeat(500))).isEmpty();
  }

  @Test
  void newIdsAreUrlSafeAndDiffer() {
    var ids = IntStream.range(0, 1000).mapToObj(i -> Shares.newId()).toList();
    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[A-Za-z0-9_-]{22}"));
  }

  private String sent(Instant at) {
    var id = Shares.newId();
    log.append(new Share(Shares.sentKey(id), at, id, REP, GUIDE, DEAL, null));
    return id;
  }

  private void viewed(String share, String visitor, double seconds, Instant at) {
    log.append(new BuyerView("view:" + share + at, at, share, GUIDE, null, seconds, visitor));
  }
}
