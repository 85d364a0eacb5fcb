package dev.tandem.recommendation;

import static dev.tandem.recommendation.TestAsset.asset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.tandem.deals.Opportunities;
import dev.tandem.deals.OpportunityId;
import dev.tandem.deals.StageEntry;
import dev.tandem.deals.StageReading;
import dev.tandem.deals.StageReading.Basis;
import dev.tandem.feedback.FeedbackEvent.AssetUsed;
import dev.tandem.feedback.FeedbackEvent.AssetUsed.Use;
import dev.tandem.feedback.FeedbackEvent.Impression;
import dev.tandem.feedback.FeedbackEvent.SlateServed;
import dev.tandem.feedback.FeedbackEvent.Surface;
import dev.tandem.learning.Example;
import dev.tandem.learning.TrainingSituations;
import dev.tandem.library.AssetId;
import dev.tandem.shared.PendingWork;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.JourneyStage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class LoggedSituationsTest {
  private static final OpportunityId DEAL = new OpportunityId("D1");
  private static final Instant MARCH = Instant.parse("2026-03-10T09:00:00Z");

  private final Bench bench =
      new Bench()
          .with(
              asset("early", "Why change")
                  .stage(JourneyStage.AWARENESS)
                  .type(ContentType.BLOG_POST),
              asset("late", "Prices").stage(JourneyStage.DECISION).type(ContentType.PRICING));
  private final Opportunities deals = mock(Opportunities.class);
  private final PendingWork indexing = mock(PendingWork.class);
  private final Runnable whileWaiting = mock(Runnable.class);
  private final TrainingSituations.Reading reading =
      new LoggedSituations(
              deals,
              bench.situations,
              bench.sources,
              bench.snapshot,
              mock(AssetKin.class),
              indexing,
              bench.clock)
          .read(whileWaiting);

  LoggedSituationsTest() {
    when(deals.contextOf(any(OpportunityId.class)))
        .thenReturn(Bench.at(JourneyStage.DECISION)); // where it stands now
    when(deals.stageHistory(DEAL))
        .thenReturn(
            List.of(
                entered("New", JourneyStage.AWARENESS, "2026-02-01T00:00:00Z"),
                entered("Offer", JourneyStage.DECISION, "2026-05-01T00:00:00Z")));
  }

  private static StageEntry entered(String name, JourneyStage stage, String at) {
    return new StageEntry(DEAL, name, new StageReading(stage, Basis.MAPPED), Instant.parse(at));
  }

  private static SlateServed slate(String id, Map<String, Double> features, String... assets) {
    var items = new java.util.ArrayList<SlateServed.Item>();
    for (var name : assets)
      items.add(new SlateServed.Item(new AssetId(name), items.size() + 1, 1, 1, features));
    return new SlateServed(
        "slate:" + id, MARCH, id, Surface.DEAL, Bench.REP, DEAL, null, "elsewhere", items);
  }

  private Example first(SlateServed slate) {
    return Objects.requireNonNull(reading.describe(slate).getFirst());
  }

  @Test
  void featuresAreThoseThatWereLogged() {
    var example = first(slate("s", Map.of("stage_fit", 0.125), "late"));
    assertThat(example.features().named()).isEqualTo(Map.of("stage_fit", 0.125));
    assertThat(example.type()).isEqualTo(ContentType.PRICING);
    assertThat(example.asked().stage()).isEqualTo(JourneyStage.AWARENESS);
  }

  @Test
  void slatesWithoutFeaturesAreDescribedForTheStageOfThatDay() {
    var examples = reading.describe(slate("s", Map.of(), "early", "late"));
    var early = Objects.requireNonNull(examples.getFirst());
    var late = Objects.requireNonNull(examples.getLast());
    assertThat(early.asked().stage()).isEqualTo(JourneyStage.AWARENESS);
    assertThat(early.features().get("stage_fit")).isPositive();
    assertThat(late.features().get("stage_fit")).isNegative();
  }

  @Test
  void loggedFeaturesDoNotWaitUntilTheLibraryIsReadForItsMeaning() {
    reading.describe(slate("s", Map.of("stage_fit", 0.125), "late"));
    reading.describe(slate("found nothing", Map.of()));
    verifyNoInteractions(indexing);
  }

  @Test
  void featuresThatAreMadeAnewWaitOnceForTheWholeLibrary() {
    reading.describe(slate("s1", Map.of(), "late"));
    reading.describe(slate("s2", Map.of(), "late"));
    var telling = ArgumentCaptor.forClass(LongConsumer.class);
    verify(indexing).finish(telling.capture());
    telling.getValue().accept(100);
    verify(whileWaiting).run();
  }

  @Test
  void whatHappenedLaterIsNotAmongTheFeatures() {
    var before = first(slate("s1", Map.of(), "early"));
    for (int i = 0; i < 12; i++) {
      var id = "seen" + i;
      reading.describe(slate(id, Map.of(), "early"));
      reading.follow(new Impression(id, MARCH, id, new AssetId("early")));
      reading.follow(
          new AssetUsed("u" + i, MARCH, Use.OPEN, Bench.REP, new AssetId("early"), id, DEAL));
    }
    var after = first(slate("s2", Map.of(), "early"));
    assertThat(before.features().get("similar_use")).isCloseTo(0, within(1e-9));
    assertThat(after.features().get("similar_use")).isPositive();
    assertThat(after.features().get("overall_use")).isPositive();
  }

  @Test
  void anAssetThatIsGoneCannotBeDescribedAnyMore() {
    var examples = reading.describe(slate("s", Map.of(), "gone", "late"));
    assertThat(examples.getFirst()).isNull();
    assertThat(examples.getLast()).isNotNull();
  }
}
