package dev.tandem.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tandem.feedback.AppendResult;
import dev.tandem.feedback.FeedbackEvent;
import dev.tandem.feedback.FeedbackEvent.AssetUsed;
import dev.tandem.feedback.FeedbackEvent.AssetUsed.Use;
import dev.tandem.feedback.FeedbackEvent.BuyerView;
import dev.tandem.feedback.FeedbackEvent.Dismissal;
import dev.tandem.feedback.FeedbackEvent.Impression;
import dev.tandem.feedback.FeedbackEvent.Rating;
import dev.tandem.feedback.FeedbackEvent.Retraction;
import dev.tandem.feedback.FeedbackEvent.Share;
import dev.tandem.feedback.FeedbackEvent.SlateServed;
import dev.tandem.feedback.FeedbackEvent.Surface;
import dev.tandem.feedback.FeedbackLog;
import dev.tandem.identity.UserId;
import dev.tandem.learning.Asked;
import dev.tandem.learning.Example;
import dev.tandem.learning.FeatureVector;
import dev.tandem.learning.RankingFeature;
import dev.tandem.learning.TrainingSituations;
import dev.tandem.library.AssetId;
import dev.tandem.taxonomy.ContentType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each test tells a story on the slate a, b, c and reads the rewards that come of it. */
class SlateJoinTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final UserId REP = new UserId("rita");
  private static final AssetId A = new AssetId("a"), B = new AssetId("b"), C = new AssetId("c");

  private final List<FeedbackEvent> events = new ArrayList<>();
  private int keys;

  private void slate(String id, AssetId... assets) {
    var items = new ArrayList<SlateServed.Item>();
    for (var asset : assets)
      items.add(new SlateServed.Item(asset, items.size() + 1, 1, 1, Map.of("stage_fit", 0.5)));
    events.add(
        new SlateServed("slate:" + id, NOW, id, Surface.DEAL, REP, null, null, "prior-3", items));
  }

  private void seen(AssetId... assets) {
    for (var asset : assets) events.add(new Impression(key(), NOW, "s", asset));
  }

  private String used(Use use, AssetId asset) {
    var key = key();
    events.add(new AssetUsed(key, NOW, use, REP, asset, "s", null));
    return key;
  }

  private void sent(AssetId asset, String share) {
    events.add(new Share(key(), NOW, share, REP, asset, null, "s"));
  }

  private void viewed(AssetId asset, String share, double seconds) {
    events.add(new BuyerView(key(), NOW, share, asset, null, seconds, "v"));
  }

  private String key() {
    return "k" + keys++;
  }

  private List<Session> sessions() {
    var log = new Listed(events);
    return SlateJoin.begin(log, new AsLogged(), 100, 1_000_000).goOn(log, read -> {}).sessions();
  }

  /** Reward by asset, of those that were seen. */
  private Map<String, Double> rewards() {
    return sessions().getFirst().items().stream()
        .collect(Collectors.toMap(SlateJoinTest::asset, Judged::reward));
  }

  private static String asset(Judged judged) {
    return String.valueOf(judged.example().asset());
  }

  private static Map<String, Double> expected(Object... pairs) {
    var expected = new java.util.HashMap<String, Double>();
    for (int i = 0; i < pairs.length; i += 2)
      expected.put(String.valueOf(pairs[i]), (Double) pairs[i + 1]);
    return expected;
  }

  @Test
  void theFurtherItWentTheHigherTheReward() {
    slate("s", A, B, C);
    seen(A, B, C);
    used(Use.OPEN, A);
    sent(B, "x");
    viewed(B, "x", 12);
    assertThat(rewards()).isEqualTo(expected(A, 0.3, B, 0.8, C, 0.0));
    viewed(B, "x", 25);
    assertThat(rewards()).isEqualTo(expected(A, 0.3, B, 0.9, C, 0.0));
    used(Use.DOWNLOAD, A);
    assertThat(rewards()).isEqualTo(expected(A, 0.5, B, 0.9, C, 0.0));
  }

  @Test
  void aMailScannerThatFollowsTheLinkIsNoReader() {
    slate("s", A, B, C);
    seen(A, B, C);
    sent(B, "x");
    viewed(B, "x", 0.2);
    assertThat(rewards()).isEqualTo(expected(A, 0.0, B, 0.7, C, 0.0));
  }

  @Test
  void whatWasNotVisibleIsNotJudged() {
    slate("s", A, B, C);
    seen(A, B);
    assertThat(rewards()).isEqualTo(expected(A, 0.0, B, 0.0));
  }

  @Test
  void usingAnItemProvesThatItWasSeen() {
    slate("s", A, B, C);
    seen(A);
    used(Use.OPEN, C);
    assertThat(rewards()).isEqualTo(expected(A, 0.0, C, 0.3));
  }

  @Test
  void withoutAnyImpressionPeopleAreTakenToReadFromTheTop() {
    slate("s", A, B, C, new AssetId("d"));
    used(Use.OPEN, B);
    assertThat(rewards()).isEqualTo(expected(A, 0.0, B, 0.3, C, 0.0));
  }

  @Test
  void aSlateThatNobodySawSaysNothing() {
    slate("s", A, B, C);
    assertThat(sessions()).isEmpty();
  }

  @Test
  void doubleClicksCountOnce() {
    slate("s", A, B);
    seen(A, B);
    for (int i = 0; i < 50; i++) used(Use.OPEN, A);
    assertThat(rewards()).isEqualTo(expected(A, 0.3, B, 0.0));
  }

  @Test
  void whatWasTakenBackNeverHappened() {
    slate("s", A, B);
    seen(A, B);
    used(Use.OPEN, A);
    var mistake = used(Use.DOWNLOAD, A);
    events.add(new Retraction(key(), NOW, mistake, REP));
    assertThat(rewards()).isEqualTo(expected(A, 0.3, B, 0.0));
    events.add(new Retraction(key(), NOW, "slate:s", REP));
    assertThat(sessions()).isEmpty();
  }

  @Test
  void aDismissalWeighsMoreThanBeingPassedOver() {
    slate("s", A, B);
    seen(A, B);
    used(Use.OPEN, A);
    events.add(new Dismissal(key(), NOW, "s", A, REP, "wrong stage"));
    var judged = sessions().getFirst().items().getFirst();
    assertThat(judged.reward()).isZero();
    assertThat(judged.weight()).isEqualTo(3);
  }

  @Test
  void aPersonsVerdictOutweighsTheirDeeds() {
    slate("s", A, B);
    seen(A, B);
    used(Use.OPEN, A);
    events.add(new Rating(key(), NOW, REP, A, true, null, "s", null));
    events.add(new Rating(key(), NOW, REP, B, false, null, "s", null));
    var items = sessions().getFirst().items();
    assertThat(items.getFirst().reward()).isEqualTo(1);
    assertThat(items.getLast().reward()).isZero();
    assertThat(items.getLast().weight()).isEqualTo(2);
  }

  @Test
  void copiedLinksThatBuyersFollowCountForTheirSlate() {
    slate("s", A);
    seen(A);
    events.add(new AssetUsed("copy:abc", NOW, Use.COPY_LINK, REP, A, "s", null));
    viewed(A, "abc", 40);
    assertThat(rewards()).isEqualTo(expected(A, 0.9));
  }

  @Test
  void strangersAndEventsWithoutSlateChangeNothing() {
    slate("s", A, B);
    seen(A, B);
    events.add(new AssetUsed(key(), NOW, Use.OPEN, new UserId("other"), A, "s", null));
    events.add(new AssetUsed(key(), NOW, Use.OPEN, REP, B, null, null));
    events.add(new AssetUsed(key(), NOW, Use.OPEN, REP, B, "unknown", null));
    viewed(A, "unknown", 40);
    assertThat(rewards()).isEqualTo(expected(A, 0.0, B, 0.0));
  }

  @Test
  void clocksThatAreOffDoNotChangeTheOrderOfSessions() {
    slate("s", A);
    seen(A);
    events.add(
        new SlateServed(
            "slate:old",
            NOW.minus(Duration.ofDays(365)),
            "old",
            Surface.DEAL,
            REP,
            null,
            null,
            "prior-3",
            List.of(new SlateServed.Item(B, 1, 1, 1, Map.of()))));
    events.add(new Impression(key(), NOW, "old", B));
    assertThat(sessions()).extracting(Session::sequence).isSorted();
  }

  @Test
  void anAssetThatIsGoneIsLeftOutAndTheOthersStay() {
    slate("s", A, new AssetId("gone"));
    seen(A, new AssetId("gone"));
    assertThat(rewards()).isEqualTo(expected(A, 0.0));
  }

  @Test
  void onlyTheNewestSlatesAreKept() {
    for (int i = 0; i < 250; i++) {
      slate("s" + i, A);
      events.add(new Impression(key(), NOW, "s" + i, A));
    }
    var sessions = sessions();
    assertThat(sessions).hasSize(100);
    assertThat(sessions.getLast().sequence()).isEqualTo(499);
  }

  @Test
  void loggedFeaturesAreTakenAsTheyWereAndUnknownNamesDropped() {
    var features =
        FeatureVector.named(
            RankingFeature.SCHEMA, Map.of("stage_fit", 0.25, "of_another_version", 7.0));
    assertThat(features.named()).isEqualTo(Map.of("stage_fit", 0.25));
    assertThat(features.get("text_match")).isCloseTo(0, within(0.0));
  }

  private static final class AsLogged implements TrainingSituations, TrainingSituations.Reading {
    @Override
    public Reading read(Runnable whileWaiting) {
      return this;
    }

    @Override
    public List<@Nullable Example> describe(SlateServed slate) {
      var examples = new ArrayList<@Nullable Example>();
      for (var item : slate.items())
        examples.add(
            item.asset().value().equals("gone")
                ? null
                : new Example(
                    FeatureVector.named(RankingFeature.SCHEMA, item.features()),
                    item.asset(),
                    ContentType.OTHER,
                    Asked.NOTHING));
      return examples;
    }

    @Override
    public void follow(FeedbackEvent event) {}
  }

  private record Listed(List<FeedbackEvent> events) implements FeedbackLog {
    @Override
    public AppendResult append(List<? extends FeedbackEvent> added) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<LoggedEvent> after(long sequence, int limit) {
      var page = new ArrayList<LoggedEvent>();
      for (long i = sequence; i < events.size() && page.size() < limit; i++)
        page.add(new LoggedEvent(i + 1, events.get((int) i)));
      return page;
    }

    @Override
    public Optional<LoggedEvent> find(String key) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long latestSequence() {
      return events.size();
    }
  }
}
