package dev.tandem.search;

import dev.tandem.encoder.Embedding;
import dev.tandem.encoder.SentenceEncoder;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetId;
import dev.tandem.search.AssetQuery.Clue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Which assets speak of nearly the same: by meaning, or, where nothing is encoded, by words. Unlike
 * near copies these are other texts on one matter.
 */
@Component
public class TextNeighbours {
  /** Of two texts on unrelated matters, and of two on the very same one. */
  private static final double UNRELATED = 0.35, SAME = 0.9;

  private final AssetSearch engine;
  private final SentenceEncoder encoder;
  private final Embeddings kept;

  TextNeighbours(AssetSearch engine, SentenceEncoder encoder, Embeddings kept) {
    this.engine = engine;
    this.encoder = encoder;
    this.kept = kept;
  }

  /**
   * @return recommendable assets with how close they are, in (0, 1], at most {@code limit} and the
   *     closest; never the asset itself
   */
  public Map<AssetId, Double> of(Asset asset, int limit) {
    var about = asset.title().value() + "\n" + asset.description().value();
    return meaning(about)
        .map(meaning -> byMeaning(asset.id(), meaning, limit))
        .orElseGet(() -> byWords(asset.id(), about, limit));
  }

  /** What stands in the index for its title and description is known from there. */
  private Optional<Embedding> meaning(String about) {
    if (!encoder.available()) return Optional.empty();
    var known = kept.find(encoder.model(), List.of(about)).get(about);
    return known == null ? encoder.passage(about) : Optional.of(known);
  }

  private Map<AssetId, Double> byMeaning(AssetId asset, Embedding meaning, int limit) {
    var near = new HashMap<AssetId, Double>();
    for (var each : engine.nearest(AssetQuery.of("").withMeaning(meaning), limit + 1)) {
      double closeness = Math.min(1, (each.cosine() - UNRELATED) / (SAME - UNRELATED));
      if (closeness > 0 && near.size() < limit && !each.asset().equals(asset))
        near.put(each.asset(), closeness);
    }
    return near;
  }

  /** Against the score that the asset has for its own words. */
  private Map<AssetId, Double> byWords(AssetId asset, String about, int limit) {
    var query =
        AssetQuery.of("")
            .withClues(List.of(new Clue(about, 1)))
            .withoutSnippets()
            .withWindow(0, limit + 1);
    var hits = engine.search(query).hits();
    double own =
        hits.stream()
            .filter(hit -> hit.asset().equals(asset))
            .mapToDouble(AssetHits.Hit::score)
            .findFirst()
            .orElse(0);
    var near = new HashMap<AssetId, Double>();
    for (var hit : hits) {
      double closeness = own > 0 ? (hit.score() / own - UNRELATED) / (SAME - UNRELATED) : 0;
      if (closeness > 0 && near.size() < limit && !hit.asset().equals(asset))
        near.put(hit.asset(), Math.min(1, closeness));
    }
    return near;
  }
}
