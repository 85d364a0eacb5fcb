package dev.tandem.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.tandem.encoder.Embedding;
import dev.tandem.encoder.NoMeaning;
import dev.tandem.encoder.SentenceEncoder;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetId;
import dev.tandem.search.AssetHits.Hit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextNeighboursTest {
  private final AssetSearch search = mock(AssetSearch.class);
  private final Asset asset = SmallLibrary.entries().getFirst().asset();

  private static AssetId id(String value) {
    return new AssetId(value);
  }

  private static SentenceEncoder encoder() {
    var encoder = mock(SentenceEncoder.class);
    when(encoder.available()).thenReturn(true);
    when(encoder.model()).thenReturn("m");
    when(encoder.passage(any())).thenReturn(Optional.of(Embedding.of(new float[] {1, 0})));
    return encoder;
  }

  @Test
  void theNearestInMeaningCountAndUnrelatedOnesDoNot() {
    when(search.nearest(any(), anyInt()))
        .thenReturn(
            List.of(
                new Neighbour(asset.id(), 1),
                new Neighbour(id("same"), 0.95),
                new Neighbour(id("near"), 0.625),
                new Neighbour(id("far"), 0.2)));
    assertThat(AssetIndexers.neighbours(search, encoder()).of(asset, 5))
        .isEqualTo(Map.of(id("same"), 1.0, id("near"), 0.5));
  }

  @Test
  void noMoreComeThanAreAskedFor() {
    when(search.nearest(any(), anyInt()))
        .thenReturn(List.of(new Neighbour(id("a"), 0.8), new Neighbour(id("b"), 0.7)));
    assertThat(AssetIndexers.neighbours(search, encoder()).of(asset, 1).keySet())
        .isEqualTo(Set.of(id("a")));
  }

  @Test
  void withoutMeaningWordsTellAgainstTheAssetsOwnScore() {
    when(search.search(any()))
        .thenReturn(
            new AssetHits(
                3,
                List.of(
                    new Hit(asset.id(), 8, 8, List.of()),
                    new Hit(id("near"), 5, 5, List.of()),
                    new Hit(id("far"), 1, 1, List.of())),
                Map.of(),
                null));
    assertThat(AssetIndexers.neighbours(search, new NoMeaning()).of(asset, 5).keySet())
        .isEqualTo(Set.of(id("near")));
  }
}
