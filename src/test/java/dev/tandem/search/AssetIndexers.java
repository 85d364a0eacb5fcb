package dev.tandem.search;

import dev.tandem.encoder.Embedding;
import dev.tandem.encoder.NoMeaning;
import dev.tandem.encoder.SentenceEncoder;
import dev.tandem.library.Assets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Makes indexers and searches for tests of other packages. */
public final class AssetIndexers {
  /** By words alone. */
  public static AssetIndexer following(Assets assets, AssetIndex index) {
    return following(assets, index, new NoMeaning());
  }

  public static AssetIndexer following(Assets assets, AssetIndex index, SentenceEncoder encoder) {
    return new AssetIndexer(assets, index, new AssetEncoding(encoder, new InMemory()));
  }

  public static HybridSearch hybrid(AssetSearch search) {
    return hybrid(search, new NoMeaning());
  }

  public static HybridSearch hybrid(AssetSearch search, SentenceEncoder encoder) {
    return new HybridSearch(search, encoder);
  }

  public static TextNeighbours neighbours(AssetSearch search, SentenceEncoder encoder) {
    return new TextNeighbours(search, encoder, new InMemory());
  }

  private static final class InMemory implements Embeddings {
    private final Map<String, Embedding> kept = new HashMap<>();

    @Override
    public synchronized Map<String, Embedding> find(String model, Collection<String> texts) {
      var found = new HashMap<String, Embedding>();
      for (var text : texts) if (kept.containsKey(text)) found.put(text, kept.get(text));
      return found;
    }

    @Override
    public synchronized void keep(String model, Map<String, Embedding> embeddings) {
      kept.putAll(embeddings);
    }
  }

  private AssetIndexers() {}
}
