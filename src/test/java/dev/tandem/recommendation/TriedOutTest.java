package dev.tandem.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tandem.feedback.FeedbackEvent.SlateServed;
import dev.tandem.feedback.FeedbackEvent.SlateServed.Pool.Member;
import dev.tandem.learning.Documents;
import dev.tandem.learning.ModelRegistry.Decision;
import dev.tandem.learning.ModelRegistry.Kind;
import dev.tandem.learning.Rival;
import dev.tandem.learning.experiments.ExperimentSettings;
import dev.tandem.library.AssetId;
import dev.tandem.taxonomy.JourneyStage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is tried out on slates, and what the log says of it. */
class TriedOutTest {
  private static final List<String> TOPICS =
      List.of(
          "Rail timetables",
          "Harbour permits",
          "Wind turbines",
          "Hospital beds",
          "Paper mills",
          "School kitchens",
          "Bridge sensors",
          "Forest roads",
          "Glass ovens");

  private final Bench bench =
      new Bench(new ExperimentSettings(true, 0.2, 0.05, 0.1, 0.5, 100, 14, 300));

  TriedOutTest() {
    bench.with(
        IntStream.range(0, TOPICS.size())
            .mapToObj(i -> TestAsset.asset("a" + i, TOPICS.get(i)).stage(JourneyStage.DECISION))
            .toArray(TestAsset[]::new));
  }

  private Slate ask() {
    return bench.ask("", Bench.at(JourneyStage.DECISION), 5);
  }

  private SlateServed logged() {
    return (SlateServed) bench.logged.getLast();
  }

  @Test
  void whatIsTriedOutSaysSoAndIsLoggedWithItsChance() {
    var usual = Bench.ids(ask());
    assertThat(logged().arm()).isEqualTo("in_use");
    bench.lots = purpose -> purpose.equals("explore") ? 0.81 : 0.999;
    var slate = ask();
    assertThat(Bench.ids(slate).subList(0, 3)).isEqualTo(usual.subList(0, 3));
    var tried = slate.items().get(3);
    assertThat(usual).doesNotContain(tried.asset().id().value());
    assertThat(tried.reasons().getFirst().code()).isEqualTo("tried_out");
    assertThat(tried.selectionProbability()).isBetween(0.04, 0.11);
    assertThat(logged().items().get(3).team()).isEqualTo("exploration");
    assertThat(logged().items().get(3).selectionProbability())
        .isEqualTo(tried.selectionProbability());
    assertThat(logged().items().getFirst().selectionProbability()).isEqualTo(1);
  }

  @Test
  void theLogTellsWhatMightHaveBeenTriedOutWhetherItWasOrNot() {
    bench.lots = purpose -> 0.5;
    var usual = Bench.ids(ask());
    var pool = Objects.requireNonNull(logged().pool());
    assertThat(pool.place()).isEqualTo(4);
    assertThat(pool.members()).hasSizeBetween(1, 4);
    assertThat(pool.members().stream().mapToDouble(Member::selectionProbability).sum())
        .isCloseTo(0.2, within(1e-9));
    assertThat(pool.members())
        .allSatisfy(
            member ->
                assertThat(usual.indexOf(member.asset().value()) + 1)
                    .isEqualTo(member.otherwise() > usual.size() ? 0 : member.otherwise()));
    bench.lots = purpose -> purpose.equals("explore") ? 0.81 : 0.999;
    var tried = ask().items().get(3);
    assertThat(logged().pool()).isEqualTo(pool);
    assertThat(pool.members())
        .filteredOn(member -> member.asset().equals(tried.asset().id()))
        .extracting(Member::selectionProbability)
        .containsExactly(tried.selectionProbability());
  }

  @Test
  void whereNothingWasDrawnNoPoolIsLogged() {
    bench.models.learned = Documents.model("learned-1", Map.of("a8", 5.0));
    bench.lots = purpose -> 0;
    ask();
    assertThat(logged().arm()).startsWith("holdout");
    assertThat(logged().pool()).isNull();
    bench.lots = purpose -> 0.999;
    bench.ask("", Bench.at(JourneyStage.DECISION), 3);
    assertThat(logged().pool()).isNull();
  }

  @Test
  void whatTheBuyerHasAlreadyIsNotTriedOut() {
    var usual = Bench.ids(ask());
    for (var asset : IntStream.range(0, 9).mapToObj(i -> "a" + i).toList())
      if (!usual.contains(asset)) bench.received.put(new AssetId(asset), Instant.EPOCH);
    for (double lot = 0.8; lot < 1; lot += 0.02) {
      double drawn = lot;
      bench.lots = purpose -> drawn;
      assertThat(Bench.ids(ask())).isEqualTo(usual);
    }
  }

  @Test
  void aHeldOutDayIsRankedByThePrior() {
    bench.models.learned = Documents.model("learned-1", Map.of("a8", 5.0));
    assertThat(Bench.ids(ask())).startsWith("a8");
    assertThat(logged().model()).isEqualTo("learned-1");
    bench.lots = purpose -> 0;
    assertThat(Bench.ids(ask()).getFirst()).isNotEqualTo("a8");
    assertThat(logged().model()).isEqualTo("prior-3");
    assertThat(logged().arm()).isEqualTo("holdout:learned-1");
  }

  @Test
  void aCanaryPicksInTurnAndTheLogSaysWhichIsWhose() {
    bench.models.learned = Documents.model("learned-1", Map.of("a8", 5.0));
    var canary = Documents.model("learned-2", Map.of("a7", 5.0));
    bench.models.rival =
        new Rival(
            canary,
            true,
            new Decision(1, Instant.EPOCH, Kind.CANARY, "learned-2", "learned-1", "", 0, 0, null));
    bench.lots =
        purpose -> purpose.equals("interleave") ? 0.1 : purpose.equals("coins") ? 0.1 : 0.9;
    assertThat(Bench.ids(ask()).subList(0, 2)).containsExactly("a8", "a7");
    assertThat(logged().arm()).isEqualTo("interleaved:learned-2");
    assertThat(logged().items().get(0).team()).isEqualTo("learned-1");
    assertThat(logged().items().get(1).team()).isEqualTo("learned-2");
    assertThat(logged().items().get(1).selectionProbability()).isEqualTo(0.5);
    assertThat(Bench.ids(ask())).hasSize(5).doesNotHaveDuplicates();
  }

  @Test
  void anEvaluationIsNeverAnExperiment() {
    bench.lots = purpose -> 0.9;
    var request = Bench.request("", Bench.at(JourneyStage.DECISION), 5);
    var slate = bench.recommender.rehearse(request, bench.models.prior());
    assertThat(slate.items()).allMatch(item -> item.selectionProbability() == 1);
  }
}
