package dev.tandem.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tandem.feedback.FeedbackEvent;
import dev.tandem.feedback.FeedbackEvent.AssetUsed;
import dev.tandem.feedback.FeedbackEvent.AssetUsed.Use;
import dev.tandem.feedback.FeedbackEvent.Impression;
import dev.tandem.feedback.FeedbackEvent.SlateServed;
import dev.tandem.feedback.FeedbackEvent.Surface;
import dev.tandem.feedback.FeedbackLog;
import dev.tandem.identity.UserId;
import dev.tandem.learning.LearnedModel;
import dev.tandem.learning.ModelRegistry;
import dev.tandem.learning.RankingModels;
import dev.tandem.library.AssetId;
import dev.tandem.testing.TandemTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/**
 * What broken clients and people who game it can do, on the log and through the whole training: a
 * bounded influence, no event lost, no crash. {@link ScreeningTest} has the rules one by one.
 */
@TandemTest(webEnvironment = WebEnvironment.NONE)
@ActiveProfiles("command")
class PoisonedFeedbackTest {
  private static final Duration YEAR = Duration.ofDays(365);

  private final Training training;
  private final FeedbackLog log;
  private final JdbcClient jdbc;
  private final Instant start;

  PoisonedFeedbackTest(
      @Autowired Training training,
      @Autowired FeedbackLog log,
      @Autowired ModelRegistry registry,
      @Autowired RankingModels models,
      @Autowired JdbcClient jdbc,
      @Autowired Clock clock) {
    this.training = training;
    this.log = log;
    this.jdbc = jdbc;
    this.start = clock.instant().minus(Duration.ofDays(60));
    registry.choose(models.prior().version(), "a test begins");
  }

  @BeforeEach
  void emptyLog() {
    jdbc.sql("truncate learning_decision, learning_model, feedback_event").update();
  }

  private static List<AssetId> slateOf(int number) {
    var assets = new ArrayList<AssetId>();
    for (int position = 1; position <= 5; position++)
      assets.add(new AssetId(position == 1 + number % 5 ? "gem" : "a" + (number + position) % 9));
    return assets;
  }

  private List<FeedbackEvent> session(
      int number, String rep, Instant at, List<AssetId> assets, Map<AssetId, Double> chances) {
    var random = new Random(number);
    var slate = rep + number;
    var who = new UserId(rep);
    var items = new ArrayList<SlateServed.Item>();
    for (var asset : assets)
      items.add(new SlateServed.Item(asset, items.size() + 1, 1, 1, Map.of("stage_fit", 0.5)));
    var events = new ArrayList<FeedbackEvent>();
    events.add(
        new SlateServed(
            "slate:" + slate, at, slate, Surface.DEAL, who, null, null, "prior-3", items));
    for (var asset : assets) {
      events.add(new Impression("i" + slate + asset, at, slate, asset));
      if (random.nextDouble() < chances.getOrDefault(asset, 0.08))
        events.add(new AssetUsed("o" + slate + asset, at, Use.DOWNLOAD, who, asset, slate, null));
    }
    return events;
  }

  private void append(List<? extends FeedbackEvent> events) {
    assertThat(log.append(events).rejected()).isEmpty();
  }

  /** Six honest reps, who find the gem more often than not. */
  private void honest(int sessions) {
    for (int i = 0; i < sessions; i++)
      append(
          session(
              i,
              "rep" + i % 6,
              start.plusSeconds(i * 3600L),
              slateOf(i),
              Map.of(new AssetId("gem"), 0.67)));
  }

  private LearnedModel learned() {
    return Objects.requireNonNull(training.run(true, read -> {}).model());
  }

  private static double effect(LearnedModel model, String asset) {
    var effect = model.document().assets().get(asset);
    return effect == null ? 0 : effect.mean();
  }

  @Test
  void theSameEventAThousandTimesIsOneEvent() {
    honest(200);
    var before = learned();
    long events = log.latestSequence();
    var once = session(0, "rep0", start, slateOf(0), Map.of()).getFirst();
    var result = log.append(Collections.nCopies(1000, once));
    assertThat(result.accepted()).isZero();
    assertThat(result.repeated()).isEqualTo(1000);
    assertThat(jdbc.sql("select count(*) from feedback_event").query(Long.class).single())
        .isLessThanOrEqualTo(events);
    assertThat(learned().document().assets()).isEqualTo(before.document().assets());
  }

  @Test
  void theSameUseUnderAThousandKeysCountsOnce() {
    honest(200);
    var before = learned();
    var uses = new ArrayList<FeedbackEvent>();
    for (int i = 0; i < 1000; i++)
      uses.add(
          new AssetUsed(
              "broken" + i, start, Use.OPEN, new UserId("rep0"), new AssetId("a3"), "rep00", null));
    append(uses);
    assertThat(effect(learned(), "a3") - effect(before, "a3")).isLessThan(0.2);
  }

  @Test
  void whoGamesItIsHeardLessThanTheOthers() {
    honest(200);
    var before = learned();
    for (int i = 0; i < 300; i++)
      append(
          session(
              i,
              "gamer",
              start.plusSeconds(i * 3600L),
              List.of(new AssetId("a3"), new AssetId("a" + (4 + i % 5))),
              Map.of(new AssetId("a3"), 1.0)));
    var after = learned();
    assertThat(effect(after, "a3") - effect(before, "a3")).isLessThan(1);
    assertThat(effect(after, "gem")).isGreaterThan(effect(after, "a3"));
  }

  @Test
  void aClockAYearSlowChangesNothingButTheDates() {
    honest(200);
    var expected = learned();
    emptyLog();
    for (int i = 0; i < 200; i++) {
      var at = start.plusSeconds(i * 3600L);
      append(
          session(
              i,
              "rep" + i % 6,
              i % 6 == 2 ? at.minus(YEAR) : at,
              slateOf(i),
              Map.of(new AssetId("gem"), 0.67)));
    }
    assertThat(effect(learned(), "gem")).isCloseTo(effect(expected, "gem"), within(1e-6));
  }

  @Test
  void aClockAYearFastIsToldToItsSenderAndTheOthersAreKept() {
    honest(200);
    var wrong = session(500, "rep2", start.plus(YEAR), slateOf(1), Map.of());
    var right = session(501, "rep3", start, slateOf(1), Map.of());
    var both = new ArrayList<>(wrong);
    both.addAll(right);
    var result = log.append(both);
    assertThat(result.accepted()).isEqualTo(right.size());
    assertThat(result.rejected())
        .hasSize(wrong.size())
        .allMatch(each -> each.problem().contains("check the sender's clock"));
    assertThat(effect(learned(), "gem")).isPositive();
  }

  @Test
  void anAssetThatWasDeletedOnTheWayTakesNothingWithIt() {
    honest(200);
    // no asset of this log is in the library any more, and yet what was done with them is known
    assertThat(jdbc.sql("select count(*) from asset where id = 'gem'").query(Long.class).single())
        .isZero();
    var report = training.run(true, read -> {});
    assertThat(report.sessions()).isEqualTo(200);
    assertThat(effect(Objects.requireNonNull(report.model()), "gem")).isPositive();
  }
}
