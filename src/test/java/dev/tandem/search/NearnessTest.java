package dev.tandem.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.tandem.library.AssetId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearnessTest {

  @Test
  void theNearestCountsFullyAndTheFarthestNotAtAll() {
    assertThat(Nearness.of(neighbours(0.6, 0.4, 0.2)))
        .contains(entry(new AssetId("a0"), 1.0), entry(new AssetId("a2"), 0.0));
  }

  @Test
  void whereNothingIsNearTheNearestCountsLittle() {
    assertThat(Nearness.of(neighbours(0.15, 0.1, 0.0)).get(new AssetId("a0"))).isBetween(0.3, 0.34);
  }

  @Test
  void onlyWhatIsNearlyAsNearAsTheNearestIsFoundByMeaningAlone() {
    assertThat(Nearness.telling(neighbours(0.6, 0.5, 0.44, 0.3)))
        .containsExactlyInAnyOrder(new AssetId("a0"), new AssetId("a1"));
    assertThat(Nearness.telling(neighbours(0.25, 0.24))).isEmpty();
    assertThat(Nearness.telling(List.of())).isEmpty();
  }

  private static List<Neighbour> neighbours(double... cosines) {
    return IntStream.range(0, cosines.length)
        .mapToObj(i -> new Neighbour(new AssetId("a" + i), cosines[i]))
        .toList();
  }
}
