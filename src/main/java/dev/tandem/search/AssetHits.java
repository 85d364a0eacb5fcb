package dev.tandem.search;

import dev.tandem.library.AssetId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param total how many assets match, not only those in {@code hits}; where facets were not asked
 *     for, and there are more than a thousand, at least so many
 * @param facets by dimension id ({@code stage, type, industry, persona, product, competitor,
 *     region, language}), most frequent first; empty unless asked for
 * @param didYouMean the words spelled as the library knows them, or null
 * @param degraded the index is being built, or not all of it is read for its meaning yet: more may
 *     be found in a while
 */
public record AssetHits(
    long total,
    List<Hit> hits,
    Map<String, List<FacetCount>> facets,
    @Nullable String didYouMean,
    boolean degraded) {

  /** An answer of a complete index. */
  public AssetHits(
      long total,
      List<Hit> hits,
      Map<String, List<FacetCount>> facets,
      @Nullable String didYouMean) {
    this(total, hits, facets, didYouMean, false);
  }

  public AssetHits {
    hits = List.copyOf(hits);
    facets = Map.copyOf(facets);
  }

  public List<AssetId> ids() {
    return hits.stream().map(Hit::asset).toList();
  }

  /**
   * @param score the engine's own scale, ≥ 0; comparable only within one answer
   * @param textScore the part that the asker's own words earned, ≥ 0
   */
  public record Hit(AssetId asset, double score, double textScore, List<Passage> passages) {
    public Hit {
      passages = List.copyOf(passages);
    }
  }

  /**
   * The place in the asset that matched.
   *
   * @param page counts from 1
   * @param snippet plain text; matches stand between U+E000 and U+E001
   */
  public record Passage(int page, @Nullable String pageLabel, String snippet) {}

  public record FacetCount(String value, long count) {}
}
