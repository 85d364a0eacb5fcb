package dev.tandem.learning.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tandem.learning.experiments.Lots.Drawn;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TryOutTest {
  private record Asset(String name, double score, double deviation) {}

  /** Ten assets, each a tenth of a point below the one before; the eighth was never met. */
  private static final List<Asset> ORDER =
      IntStream.range(0, 10)
          .mapToObj(i -> new Asset("a" + i, 3 - 0.1 * i, i == 7 ? 1 : 0.01))
          .toList();

  private static Lots<Asset> lots(double share, int slots) {
    return TryOut.lots(
        ORDER, each -> !each.name().equals("a4"), Asset::score, Asset::deviation, share, slots);
  }

  @Test
  void mostSlatesStayAsTheyAre() {
    assertThat(lots(0.1, 5).draw(0.5)).extracting(Drawn::item).isEqualTo(ORDER.subList(0, 5));
    assertThat(lots(0, 5).outcomes()).hasSize(1);
  }

  @Test
  void onePlaceIsGivenToWhatIsNewAndFits() {
    var drawn = lots(0.1, 5).draw(0.91);
    assertThat(drawn)
        .extracting(each -> each.item().name())
        .containsExactly("a0", "a1", "a2", "a7", "a3");
    assertThat(drawn.get(3).team()).isEqualTo(TryOut.TEAM);
  }

  @Test
  void neverWhatIsMuchWorseOrMayNotBeTried() {
    for (double lot = 0.9; lot < 1; lot += 0.01)
      assertThat(lots(0.1, 5).draw(lot).get(3).item().name()).isIn("a5", "a6", "a7", "a8");
  }

  @Test
  void theFirstPlacesAreLeftAlone() {
    for (double lot = 0; lot < 1; lot += 0.01)
      assertThat(lots(0.5, 5).draw(lot).subList(0, TryOut.PLACE - 1))
          .extracting(Drawn::item)
          .isEqualTo(ORDER.subList(0, TryOut.PLACE - 1));
  }

  @Test
  void aShortSlateHasNoRoomForIt() {
    assertThat(lots(0.5, 3).outcomes()).hasSize(1);
  }

  @Test
  void probabilitiesAreThoseOfManyDraws() {
    var lots = lots(0.3, 6);
    var counts = new HashMap<String, Integer>();
    var claimed = new HashMap<String, Double>();
    var random = new Random(3);
    int draws = 40_000;
    for (int i = 0; i < draws; i++) {
      var drawn = lots.draw(random.nextDouble());
      for (int place = 0; place < drawn.size(); place++) {
        var name = place + drawn.get(place).item().name();
        counts.merge(name, 1, Integer::sum);
        claimed.put(name, drawn.get(place).probability());
      }
    }
    counts.forEach(
        (name, count) ->
            assertThat((double) count / draws)
                .as(name)
                .isCloseTo(claimed.getOrDefault(name, -1.0), within(0.015)));
  }
}
