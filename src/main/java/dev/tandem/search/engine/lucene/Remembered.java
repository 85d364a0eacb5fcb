package dev.tandem.search.engine.lucene;

import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.QueryBitSetProducer;

/**
 * What is worked out once for each segment of an index, whatever is asked of it.
 *
 * @param assets which documents are assets rather than passages of them
 */
record Remembered(BitSetProducer assets, VisibleAssets visible, FacetCounts facets) {
  Remembered() {
    this(new QueryBitSetProducer(Conditions.is(IndexFields.KIND, IndexFields.KIND_ASSET)));
  }

  private Remembered(BitSetProducer assets) {
    this(assets, new VisibleAssets(assets), new FacetCounts());
  }
}
