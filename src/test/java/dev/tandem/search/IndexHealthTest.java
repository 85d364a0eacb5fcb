package dev.tandem.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.tandem.shared.SystemFacts.Fact;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** What an operator is told of the search index, by the health endpoint and on the system page. */
class IndexHealthTest {
  private final AssetIndex index = mock(AssetIndex.class);
  private final AssetIndexer indexer = mock(AssetIndexer.class);

  IndexHealthTest() {
    when(index.status()).thenReturn(new AssetIndex.IndexStatus(3, 7, 1_000));
  }

  @Test
  void aModelThatCannotBeLoadedIsToldThoughSearchGoesOn() {
    when(indexer.encoderFault()).thenReturn(Optional.of("It cannot be unpacked."));
    var health = new IndexHealth(index, indexer).health();
    assertThat(health.getStatus()).isEqualTo(Status.UP);
    assertThat(health.getDetails()).containsEntry("encoder", "It cannot be unpacked.");
    assertThat(new IndexFacts(index, indexer).facts())
        .contains(new Fact("Read for their meaning", "It cannot be unpacked.", false));
  }

  @Test
  void whatIsNotYetReadIsCounted() {
    when(indexer.encoderFault()).thenReturn(Optional.empty());
    when(indexer.notEncoded()).thenReturn(2);
    assertThat(new IndexHealth(index, indexer).health().getDetails())
        .containsEntry("not_encoded", 2)
        .doesNotContainKey("encoder");
    assertThat(new IndexFacts(index, indexer).facts())
        .contains(Fact.of("Read for their meaning", "2 to go"));
  }
}
