package dev.tandem.search.engine.lucene;

import static dev.tandem.search.engine.lucene.IndexFields.MEANING;

import dev.tandem.encoder.Embedding;
import dev.tandem.search.Neighbour;
import dev.tandem.search.engine.lucene.VisibleAssets.Visible;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.DiversifyingChildrenByteKnnVectorQuery;
import org.apache.lucene.search.join.ToChildBlockJoinQuery;

/** Finds assets by the passage of each that is nearest in meaning. */
final class Neighbours {
  private final IndexSearcher searcher;
  private final BitSetProducer assets;
  private final Visible visible;
  private final Conditions conditions;

  Neighbours(
      IndexSearcher searcher, BitSetProducer assets, Visible visible, Conditions conditions) {
    this.searcher = searcher;
    this.assets = assets;
    this.visible = visible;
    this.conditions = conditions;
  }

  List<Neighbour> of(Embedding meaning, int limit) throws IOException {
    var nearest = nearest(meaning, limit);
    var found = new ArrayList<Neighbour>();
    var leaves = searcher.getIndexReader().leaves();
    for (var hit : searcher.search(nearest, limit).scoreDocs) {
      var leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
      var parents = assets.getBitSet(leaf);
      if (parents == null) continue;
      int asset = parents.nextSetBit(hit.doc - leaf.docBase);
      found.add(new Neighbour(AssetIds.of(leaf, asset), cosine(meaning, hit.score)));
    }
    return found;
  }

  private Query nearest(Embedding meaning, int limit) {
    if (conditions.isOnly(visible.assets()))
      return new NearestPassages(meaning, visible.encoded(), limit, assets);
    var allowed = new BooleanQuery.Builder();
    conditions.addTo(allowed);
    return new DiversifyingChildrenByteKnnVectorQuery(
        MEANING,
        meaning.components(),
        new ToChildBlockJoinQuery(allowed.build(), assets),
        limit,
        assets);
  }

  /** Lucene scores bytes by 1/2 + their dot product / (dimensions × 2^15). */
  private static double cosine(Embedding meaning, float score) {
    return meaning.cosineOfDotProduct((score - 0.5) * meaning.dimensions() * (1 << 15));
  }
}
