package dev.tandem.search.engine.lucene;

import dev.tandem.search.AssetIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** Opens real indexes for tests of other packages. */
public final class LuceneIndexes {
  public static AssetIndex open(Path folder) {
    return new LuceneAssetIndex(folder, Clock.systemUTC());
  }

  public static void close(AssetIndex index) {
    ((LuceneAssetIndex) index).close();
  }

  /** In how many places an index below this folder keeps its documents. */
  public static long segments(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".si")).count();
    }
  }

  private LuceneIndexes() {}
}
