package dev.tandem.search;

import static dev.tandem.search.SmallLibrary.anAsset;
import static dev.tandem.search.SmallLibrary.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.encoder.TopicEncoder;
import dev.tandem.library.AssetId;
import dev.tandem.search.engine.lucene.LuceneIndexes;
import dev.tandem.shared.Foreground;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a text in the library to an asset that is found though no word matches. */
class MeaningIndexerTest {
  @TempDir private Path folder;
  private final LibraryInMemory library = new LibraryInMemory();
  private final TopicEncoder encoder = new TopicEncoder();
  private AssetIndex index;
  private AssetIndexer indexer;
  private MeaningIndexer meaning;
  private HybridSearch search;

  @BeforeEach
  void startUp() {
    index = LuceneIndexes.open(folder);
    indexer = AssetIndexers.following(library, index, encoder);
    meaning = new MeaningIndexer(indexer, new Foreground());
    search = AssetIndexers.hybrid(index, encoder);
  }

  @AfterEach
  void shutDown() {
    meaning.stop();
    indexer.stop();
    LuceneIndexes.close(index);
  }

  @Test
  void otherWordsForTheSameNeedFindAfterAWhile() {
    put("plans", "Plans for every team", "What a seat costs: one price a month.");
    put("audit", "Our certificates", "How your records are protected.");
    indexer.start();
    meaning.start();
    await().until(() -> index.notEncoded("topics", 10).isEmpty() && index.status().assets() == 2);
    var hits = search.search(AssetQuery.of("too expensive"));
    assertThat(hits.ids()).containsExactly(new AssetId("plans"));
    assertThat(hits.total()).isEqualTo(1);
    assertThat(hits.hits().getFirst().passages().getFirst().snippet())
        .contains("one price a month");
  }

  @Test
  void wordsFindBeforeAnythingIsEncoded() {
    put("plans", "Plans for every team", "One price a month.");
    indexer.catchUp();
    assertThat(search.search(AssetQuery.of("plans")).ids()).containsExactly(new AssetId("plans"));
    assertThat(index.notEncoded("topics", 10)).containsExactly(new AssetId("plans"));
  }

  @Test
  void whatWasEncodedOnceIsNotEncodedAgain() {
    put("plans", "Plans for every team", "One price a month.");
    meaning.finish(done -> {});
    int once = encoder.passages.get();
    put("plans", "Plans for every team", "One price a month.", "And a hospital discount.");
    meaning.finish(done -> {});
    assertThat(encoder.passages.get()).isEqualTo(once + 1);
    indexer.rebuild(done -> {});
    assertThat(index.notEncoded("topics", 10)).isEmpty();
    assertThat(search.search(AssetQuery.of("nurse")).ids()).containsExactly(new AssetId("plans"));
  }

  @Test
  void anAssetThatIsRemovedMeanwhileStaysAway() {
    put("plans", "Plans for every team", "One price a month.");
    indexer.catchUp();
    library.remove(new AssetId("plans"));
    meaning.finish(done -> {});
    assertThat(index.status().assets()).isZero();
  }

  @Test
  void meaningAndWordsTogetherOrderWhatIsFound() {
    put("both", "Switch safely", "Moving is safe: a migration in days.");
    put("words", "The safely chapter", "Nothing of interest.");
    put("meaning", "A changeover", "Protected migration, step by step.");
    put("neither", "Hospital menu", "What a patient eats.");
    meaning.finish(done -> {});
    assertThat(search.search(AssetQuery.of("switch safely ")).ids())
        .startsWith(new AssetId("both"))
        .contains(new AssetId("words"), new AssetId("meaning"))
        .doesNotContain(new AssetId("neither"));
  }

  private void put(String id, String title, String... pages) {
    library.put(anAsset(id).titled(title).build(), text(id, List.of(pages)));
  }
}
