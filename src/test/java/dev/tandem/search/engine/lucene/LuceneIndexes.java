package dev.tandem.search.engine.lucene;

import dev.tandem.search.AssetIndex;
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

  private LuceneIndexes() {}
}
