package dev.tandem.search;

import static dev.tandem.search.SmallLibrary.anAsset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.search.engine.lucene.LuceneIndexes;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexCompactionTest {
  @TempDir private Path folder;
  private final LibraryInMemory library = new LibraryInMemory();
  private AssetIndex index;
  private AssetIndexer indexer;
  private IndexCompaction compaction;

  @BeforeEach
  void fourAssetsInFourPlaces() {
    index = LuceneIndexes.open(folder);
    indexer = AssetIndexers.following(library, index);
    compaction = new IndexCompaction(index, indexer);
    for (var id : new String[] {"a", "b", "c", "d"}) {
      library.put(anAsset(id).build(), null);
      indexer.catchUp();
    }
  }

  @AfterEach
  void close() {
    LuceneIndexes.close(index);
  }

  @Test
  void whatIsScatteredIsBroughtTogetherOnceTheLibraryIsQuiet() throws IOException {
    await()
        .untilAsserted(
            () -> {
              compaction.look();
              assertThat(LuceneIndexes.segments(folder)).isEqualTo(1);
            });
  }

  @Test
  void aLibraryThatChangesFromLookToLookIsLeftAlone() throws IOException {
    long before = LuceneIndexes.segments(folder);
    compaction.look();
    library.put(anAsset("e").build(), null);
    indexer.catchUp();
    compaction.look();
    library.put(anAsset("f").build(), null); // not indexed yet
    compaction.look();

    assertThat(LuceneIndexes.segments(folder)).isEqualTo(before + 1);
  }
}
