package dev.tandem.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.feedback.FeedbackEvent.AssetUsed;
import dev.tandem.feedback.FeedbackEvent.Retraction;
import dev.tandem.feedback.FeedbackEvent.Share;
import dev.tandem.feedback.FeedbackEvent.SlateServed;
import dev.tandem.feedback.FeedbackEvent.Surface;
import dev.tandem.feedback.SearchTrails.Searched;
import dev.tandem.feedback.SearchTrails.Successful;
import dev.tandem.identity.UserId;
import dev.tandem.library.AssetId;
import dev.tandem.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(TestDatabase.class)
class SearchTrailsTest {
  private static final UserId RITA = new UserId("rita"), OLE = new UserId("ole");
  private static final AssetId GUIDE = new AssetId("guide");
  private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

  private final JdbcClient jdbc;
  private final JdbcFeedbackLog log;
  private final SearchTrails trails;

  SearchTrailsTest(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.log = new JdbcFeedbackLog(jdbc, Clock.systemUTC());
    this.trails = new JdbcSearchTrails(jdbc);
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
  void aSearchIsSuccessfulWhenWhatItShowedWasUsed() {
    served("s1", RITA, Surface.SEARCH, "pricing", 0);
    served("s2", RITA, Surface.SEARCH, "unused", 1);
    served("s3", RITA, Surface.DEAL, "on a deal", 2);
    served("s4", RITA, Surface.SEARCH, null, 3);
    for (var slate : List.of("s1", "s3", "s4")) opened(slate, RITA, 10);
    log.append(new Share("share-1", MORNING.plusSeconds(20), "link-1", RITA, GUIDE, null, "s1"));
    assertThat(trails.successfulSince(MORNING, 10))
        .containsExactly(
            new Successful("pricing", RITA, GUIDE, MORNING.plusSeconds(20)),
            new Successful("pricing", RITA, GUIDE, MORNING.plusSeconds(10)));
    assertThat(trails.successfulSince(MORNING.plusSeconds(15), 10)).hasSize(1);
  }

  @Test
  void aUseThatWasTakenBackIsNoSuccess() {
    served("s1", RITA, Surface.SEARCH, "pricing", 0);
    opened("s1", RITA, 10);
    log.append(new Retraction("back", MORNING.plusSeconds(11), "open-s1", RITA));
    assertThat(trails.successfulSince(MORNING, 10)).isEmpty();
  }

  @Test
  void everyoneHasTheirOwnTrail() {
    served("s1", RITA, Surface.SEARCH, "pricing", 0);
    served("s2", RITA, Surface.SEARCH, "security", 5);
    served("s3", OLE, Surface.SEARCH, "roadmap", 9);
    assertThat(trails.by(RITA, 10))
        .extracting(Searched::query)
        .containsExactly("security", "pricing");
    assertThat(trails.by(RITA, 1)).extracting(Searched::query).containsExactly("security");
  }

  private void served(
      String slate, UserId rep, Surface surface, @Nullable String query, int second) {
    var item = new SlateServed.Item(GUIDE, 1, 1, 1, Map.of());
    log.append(
        new SlateServed(
            "slate:" + slate,
            MORNING.plusSeconds(second),
            slate,
            surface,
            rep,
            null,
            query,
            "prior",
            List.of(item)));
  }

  private void opened(String slate, UserId rep, int second) {
    log.append(
        new AssetUsed(
            "open-" + slate,
            MORNING.plusSeconds(second),
            AssetUsed.Use.OPEN,
            rep,
            GUIDE,
            slate,
            null));
  }
}
