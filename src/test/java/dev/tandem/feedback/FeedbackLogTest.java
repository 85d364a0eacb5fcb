package dev.tandem.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.deals.OpportunityId;
import dev.tandem.feedback.FeedbackEvent.AssetUsed;
import dev.tandem.feedback.FeedbackEvent.BuyerView;
import dev.tandem.feedback.FeedbackEvent.Dismissal;
import dev.tandem.feedback.FeedbackEvent.Impression;
import dev.tandem.feedback.FeedbackEvent.Rating;
import dev.tandem.feedback.FeedbackEvent.Retraction;
import dev.tandem.feedback.FeedbackEvent.Share;
import dev.tandem.feedback.FeedbackEvent.SlateServed;
import dev.tandem.feedback.FeedbackEvent.Surface;
import dev.tandem.identity.UserId;
import dev.tandem.library.AssetId;
import dev.tandem.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(TestDatabase.class)
class FeedbackLogTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final UserId REP = new UserId("rita");
  private static final AssetId ASSET = new AssetId("guide");

  private final JdbcClient jdbc;
  private final JdbcFeedbackLog log;

  FeedbackLogTest(JdbcClient jdbc) {
    this.jdbc = jdbc;
    jdbc.sql("truncate feedback_event").update();
    this.log = new JdbcFeedbackLog(jdbc, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void everyTypeOfEventComesBackAsItWasWritten() {
    var deal = new OpportunityId("D-1");
    List<FeedbackEvent> events =
        List.of(
            new SlateServed(
                "k1",
                NOW,
                "s1",
                Surface.DEAL,
                REP,
                deal,
                "pricing \"für\" 東京",
                "prior-1",
                List.of(
                    new SlateServed.Item(
                        ASSET, 1, 0.5, 0.25, Map.of("text", 1.5), null, "learned-1"),
                    new SlateServed.Item(new AssetId("other"), 2, 0.4, 1, Map.of())),
                null,
                "interleaved:learned-1"),
            new Impression("k2", NOW, "s1", ASSET),
            new AssetUsed("k3", NOW, AssetUsed.Use.COPY_LINK, REP, ASSET, "s1", deal),
            new AssetUsed("k4", NOW, AssetUsed.Use.OPEN, REP, ASSET, null, null),
            new Share("k5", NOW, "sh1", REP, ASSET, deal, "s1"),
            new BuyerView("k6", NOW, "sh1", ASSET, 4, 12.5, "v1"),
            new Rating("k7", NOW, REP, ASSET, false, "too technical", null, null),
            new Dismissal("k8", NOW, "s1", ASSET, REP, "out of date"),
            new Retraction("k9", NOW, "k8", REP));
    assertThat(log.append(events)).isEqualTo(new AppendResult(9, 0, List.of()));
    assertThat(log.after(0, 100))
        .extracting(FeedbackLog.LoggedEvent::event)
        .containsExactlyElementsOf(events);
    assertThat(log.find("k6").orElseThrow().event()).isEqualTo(events.get(5));
    assertThat(log.latestSequence()).isEqualTo(log.after(0, 100).getLast().sequence());
  }

  @Test
  void usesAreCountedUpToWhatIsAsked() {
    log.append(
        List.of(
            new Impression("k1", NOW, "s1", ASSET),
            open("k2"),
            new Share("k3", NOW, "sh1", REP, ASSET, null, "s1"),
            new BuyerView("k4", NOW, "sh1", ASSET, 4, 12.5, "v1"),
            new Rating("k5", NOW, REP, ASSET, true, null, null, null),
            new Dismissal("k6", NOW, "s1", ASSET, REP, "out of date")));
    var uses = new LoggedUses(jdbc);
    assertThat(uses.after(0, 100)).isEqualTo(4);
    assertThat(uses.after(0, 3)).isEqualTo(3);
    assertThat(uses.after(log.latestSequence(), 100)).isZero();
  }

  @Test
  void everyKindOfUseIsCounted() {
    for (var use : AssetUsed.Use.values())
      log.append(new AssetUsed("k" + use, NOW, use, REP, ASSET, null, null));
    assertThat(new LoggedUses(jdbc).after(0, 100)).isEqualTo(AssetUsed.Use.values().length);
  }

  @Test
  void aRepeatedKeyIsIgnoredWithinABatchAndLater() {
    assertThat(log.append(List.of(open("a"), open("a"), open("b"))))
        .isEqualTo(new AppendResult(2, 1, List.of()));
    assertThat(log.append(List.of(open("b"), open("c"))))
        .isEqualTo(new AppendResult(1, 1, List.of()));
    assertThat(log.after(0, 10)).hasSize(3);
  }

  @Test
  void oneBadEventKeepsNoOtherOut() {
    var future = new Impression("f", NOW.plus(Duration.ofHours(25)), "s", ASSET);
    var ancient = new Impression("p", Instant.parse("1999-12-31T23:59:59Z"), "s", ASSET);
    var hostile = new Dismissal("h", NOW, "s", ASSET, REP, "bad \0 text");
    var half = new Dismissal("u", NOW, "s", ASSET, REP, "half \ud83d");
    var huge = new Dismissal("l", NOW, "s", ASSET, REP, "x".repeat(10_001));
    var result = log.append(List.of(open("1"), future, ancient, hostile, half, huge, open("2")));
    assertThat(result.accepted()).isEqualTo(2);
    assertThat(result.rejected())
        .extracting(AppendResult.Rejection::index)
        .containsExactly(1, 2, 3, 4, 5);
    assertThat(result.rejected().get(2).problem()).contains("reason").contains("NUL");
  }

  @Test
  void whatFiftyThreadsWereToldIsWrittenIsInTheLogInOrder() throws Exception {
    var tasks = new ArrayList<Callable<AppendResult>>();
    for (int thread = 0; thread < 50; thread++) {
      int number = thread;
      tasks.add(
          () -> {
            int accepted = 0;
            for (int i = 0; i < 20; i++) {
              accepted += log.append(open(number + "-" + i)).accepted();
              assertThat(log.find(number + "-" + i)).isPresent();
            }
            return new AppendResult(accepted, 0, List.of());
          });
    }
    try (var threads = Executors.newFixedThreadPool(50)) {
      for (var result : threads.invokeAll(tasks)) assertThat(result.get().accepted()).isEqualTo(20);
    }
    assertThat(jdbc.sql("select count(*) from feedback_event").query(Long.class).single())
        .isEqualTo(1000);
    assertThat(log.after(0, 2000))
        .extracting(FeedbackLog.LoggedEvent::sequence)
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void aReaderByCursorMissesNothing() {
    log.append(IntStream.range(0, 250).mapToObj(i -> open("c" + i)).toList());
    var keys = new ArrayList<String>();
    var page = log.after(0, 100);
    while (!page.isEmpty()) {
      page.forEach(event -> keys.add(event.event().key()));
      page = log.after(page.getLast().sequence(), 100);
    }
    assertThat(keys).isEqualTo(IntStream.range(0, 250).mapToObj(i -> "c" + i).toList());
  }

  @Test
  void aReaderBesideTwoProcessesThatWriteMissesNothing() throws Exception {
    var other = new JdbcFeedbackLog(jdbc, Clock.fixed(NOW, ZoneOffset.UTC));
    try (var writers = Executors.newFixedThreadPool(8)) {
      var written =
          IntStream.range(0, 8)
              .mapToObj(
                  writer ->
                      writers.submit(
                          () -> {
                            for (int i = 0; i < 40; i++)
                              (writer % 2 == 0 ? log : other).append(open(writer + "-" + i));
                          }))
              .toList();
      var keys = new ArrayList<String>();
      long cursor = 0;
      boolean done;
      do {
        done = written.stream().allMatch(Future::isDone); // looked at before the last reading
        for (var event : log.after(cursor, 1_000)) {
          keys.add(event.event().key());
          cursor = event.sequence();
        }
      } while (!done);
      for (var each : written) each.get();
      assertThat(keys).hasSize(320).doesNotHaveDuplicates();
    } finally {
      other.close();
    }
  }

  private static AssetUsed open(String key) {
    return new AssetUsed(key, NOW, AssetUsed.Use.OPEN, REP, ASSET, null, null);
  }
}
