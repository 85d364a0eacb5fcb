package dev.tandem.search;

import static dev.tandem.search.SmallLibrary.anAsset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.library.AssetId;
import dev.tandem.library.AssetsChanged;
import dev.tandem.search.engine.lucene.LuceneIndexes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class AssetIndexerTest {
  @TempDir private Path home;
  private Path folder = Path.of("");
  private final LibraryInMemory library = new LibraryInMemory();
  private AssetIndex index;
  private AssetIndexer indexer;

  @BeforeEach
  void startUp() {
    folder = home.resolve("index");
    index = LuceneIndexes.open(folder);
    indexer = AssetIndexers.following(library, index);
  }

  @AfterEach
  void shutDown() {
    indexer.stop();
    LuceneIndexes.close(index);
  }

  @Test
  void theFirstStartIndexesWhatTheLibraryHolds() {
    SmallLibrary.entries().forEach(entry -> library.put(entry.asset(), entry.text()));
    indexer.start();
    await().until(() -> index.status().assets() == 30 && index.status().revision() == 30);
    assertThat(indexer.lag()).isZero();
    assertThat(index.search(AssetQuery.of("nurses")).degraded()).isFalse();
  }

  @Test
  void aChangeIsFoundWithinTwoSeconds() {
    indexer.start();
    await().until(() -> index.status().revision() >= 0);
    library.put(anAsset("new").titled("Quokka").build(), null);
    await()
        .atMost(Duration.ofSeconds(2))
        .until(() -> index.search(AssetQuery.of("quokka")).total() == 1);
    library.remove(new AssetId("new"));
    indexer.on(new AssetsChanged(library.latestRevision()));
    await()
        .atMost(Duration.ofSeconds(2))
        .until(() -> index.search(AssetQuery.of("quokka")).total() == 0);
  }

  @Test
  void afterAStopItGoesOnWhereItWas() {
    library.put(anAsset("first").titled("Quokka").build(), null);
    indexer.catchUp();
    indexer.stop();
    LuceneIndexes.close(index);

    library.put(anAsset("second").titled("Wombat").build(), null);
    library.remove(new AssetId("first"));
    startUp();
    library.revisionsAsked.clear();
    indexer.start();
    await().until(() -> index.search(AssetQuery.of("wombat")).total() == 1);
    assertThat(index.search(AssetQuery.of("quokka ")).total()).isZero();
    assertThat(library.revisionsAsked).allMatch(revision -> revision >= 1);
  }

  @Test
  void anAbruptEndLosesNothing() throws IOException {
    indexer.catchUp();
    indexer.start();
    for (int n = 0; n < 500; n++) library.put(anAsset("a" + n).titled("Quokka " + n).build(), null);
    await().until(() -> indexer.lag() == 0);
    // the files as a kill leaves them: what was not committed is not among them
    var killed = folder.resolveSibling("killed");
    FileSystemUtils.copyRecursively(folder, killed);

    var again = LuceneIndexes.open(killed);
    try {
      AssetIndexers.following(library, again).catchUp();
      assertThat(again.search(AssetQuery.of("quokka ")).total()).isEqualTo(500);
      assertThat(again.status().revision()).isEqualTo(500);
    } finally {
      LuceneIndexes.close(again);
    }
  }

  @Test
  void aLibraryThatFailsForAWhileIsFollowedAgain() {
    indexer.start();
    await().until(() -> index.status().revision() >= 0);
    library.failing = true;
    await().until(() -> indexer.trouble() != null);
    library.failing = false;
    library.put(anAsset("new").titled("Quokka").build(), null);
    await().until(() -> index.search(AssetQuery.of("quokka")).total() == 1);
    await().until(() -> indexer.trouble() == null);
  }

  @Test
  void aStopWaitsForTheAssetAtHandButNotForAllTheOthers() {
    indexer.start();
    await().until(() -> index.status().revision() >= 0);
    var texts = stopsAfter(10);
    for (int n = 0; n < 500; n++) library.put(anAsset("a" + n).titled("Quokka " + n).build(), null);
    await().until(() -> texts.get() == 10);
    indexer.stop();
    assertThat(texts).hasValue(10);
    assertThat(indexer.trouble()).isNull();

    library.beforeText = () -> {};
    shutDown();
    startUp();
    indexer.start();
    await().until(() -> indexer.lag() == 0);
    assertThat(index.search(AssetQuery.of("quokka ")).total()).isEqualTo(500);
  }

  @Test
  void aStopEndsABuildWhichTheNextStartBeginsAnew() {
    for (int n = 0; n < 500; n++) library.put(anAsset("a" + n).titled("Quokka " + n).build(), null);
    var texts = stopsAfter(10);
    indexer.start();
    await().until(() -> texts.get() >= 10);
    indexer.stop();
    assertThat(indexer.isRebuilding()).isFalse();
    assertThat(index.status().revision()).as("it was not finished").isNegative();
    assertThat(indexer.trouble()).isNull();

    library.beforeText = () -> {};
    shutDown();
    startUp();
    indexer.start();
    await().until(() -> index.status().revision() == 500);
    assertThat(index.search(AssetQuery.of("quokka ")).total()).isEqualTo(500);
  }

  /** Counts the texts that are asked for; so many can be had until somebody stops the indexer. */
  private AtomicInteger stopsAfter(int count) {
    var texts = new AtomicInteger();
    var stopped = indexer;
    library.beforeText =
        () -> {
          if (texts.incrementAndGet() >= count) await().until(() -> !stopped.isRunning());
        };
    return texts;
  }

  @Test
  void aRebuildTellsItsProgress() {
    for (int n = 0; n < 450; n++) library.put(anAsset("a" + n).build(), null);
    var told = new ArrayList<Long>();
    assertThat(indexer.rebuild(told::add)).isEqualTo(450);
    assertThat(told).startsWith(0L).endsWith(450L).isSorted();
  }
}
