package dev.tandem.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.learning.Documents;
import dev.tandem.recommendation.OrderChange.Place;
import dev.tandem.taxonomy.JourneyStage;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The same question, ordered by the experts alone and with what was learned. */
class OrderChangeTest {
  private static final List<String> TOPICS =
      List.of(
          "Rail timetables", "Harbour permits", "Wind turbines", "Hospital beds", "Paper mills");

  private final Bench bench = new Bench();
  private final LearnedOrder order = new LearnedOrder(bench.recommender, bench.models);
  private final RecommendationRequest request =
      Bench.request("", Bench.at(JourneyStage.DECISION), 3);

  OrderChangeTest() {
    bench.with(
        IntStream.range(0, TOPICS.size())
            .mapToObj(i -> TestAsset.asset("a" + i, TOPICS.get(i)).stage(JourneyStage.DECISION))
            .toArray(TestAsset[]::new));
  }

  private OrderChange change() {
    return order.change(request).orElseThrow();
  }

  private static List<String> ids(List<Place> places) {
    return places.stream().map(place -> place.item().asset().id().value()).toList();
  }

  @Test
  void whatRoseAndWhatMadeRoomForItAreToldWithBothPlaces() {
    bench.models.learned = Documents.model("learned-1", Map.of("a4", 5.0));
    var change = change();
    assertThat(change.model()).startsWith("learned-1");
    assertThat(ids(change.now())).containsExactly("a4", "a0", "a1");
    assertThat(change.now()).extracting(Place::before).containsExactly(5, 1, 2);
    assertThat(change.now()).extracting(Place::rise).containsExactly(4, -1, -1);
    assertThat(ids(change.fallen())).containsExactly("a2");
    assertThat(change.fallen().getFirst().now()).isEqualTo(4);
    assertThat(change.none()).isFalse();
  }

  @Test
  void whereLearningChangesNothingItSaysSo() {
    bench.models.learned = Documents.model("learned-1", Map.of());
    assertThat(change().none()).isTrue();
  }

  @Test
  void whereTheExpertsRankThereIsNothingToCompare() {
    assertThat(order.learned()).isFalse();
    assertThat(order.change(request)).isEmpty();
  }

  @Test
  void comparingLeavesNoTraceInTheLog() {
    bench.models.learned = Documents.model("learned-1", Map.of("a4", 5.0));
    change();
    assertThat(bench.logged).isEmpty();
  }
}
