package dev.tandem.search.engine.lucene;

import dev.tandem.encoder.Embedding;
import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.AcceptDocs;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FilteredDocIdSetIterator;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopDocsCollector;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.DiversifyingChildrenByteKnnVectorQuery;
import org.apache.lucene.search.knn.KnnCollectorManager;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * The nearest passage of each asset, among passages that are remembered for each segment. Lucene
 * would gather them anew for every question, which takes longer than to walk the graph.
 */
final class NearestPassages extends DiversifyingChildrenByteKnnVectorQuery {
  /** Of so few each is looked at: a walk through the graph would look at most of them, too. */
  private static final int FEW = 2_000;

  private final BitSetProducer among;

  /**
   * @param among passages that have a vector
   */
  NearestPassages(Embedding meaning, BitSetProducer among, int limit, BitSetProducer assets) {
    super(IndexFields.MEANING, meaning.components(), null, limit, assets);
    this.among = among;
  }

  @Override
  protected TopDocs approximateSearch(
      LeafReaderContext leaf, AcceptDocs live, int visitedLimit, KnnCollectorManager collectors)
      throws IOException {
    var bits = among.getBitSet(leaf);
    if (bits == null) return TopDocsCollector.EMPTY_TOPDOCS;
    var accepted = new Accepted(bits, leaf.reader().getLiveDocs());
    if (accepted.cost() <= FEW) return exactSearch(leaf, accepted.iterator(), null);
    return super.approximateSearch(leaf, accepted, visitedLimit, collectors);
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other) && other instanceof NearestPassages that && that.among.equals(among);
  }

  @Override
  public int hashCode() {
    return 31 * super.hashCode() + among.hashCode();
  }

  /** What is remembered, without what was deleted since. */
  private static final class Accepted extends AcceptDocs {
    private final BitSet remembered;
    private final @Nullable Bits live;
    private final int cost;

    Accepted(BitSet remembered, @Nullable Bits live) {
      this.remembered = remembered;
      this.live = live;
      this.cost = remembered.cardinality();
    }

    @Override
    public Bits bits() {
      if (live == null) return remembered;
      return new Bits() {
        @Override
        public boolean get(int document) {
          return remembered.get(document) && live.get(document);
        }

        @Override
        public int length() {
          return remembered.length();
        }
      };
    }

    @Override
    public DocIdSetIterator iterator() {
      var all = new BitSetIterator(remembered, cost);
      if (live == null) return all;
      return new FilteredDocIdSetIterator(all) {
        @Override
        protected boolean match(int document) {
          return live.get(document);
        }
      };
    }

    @Override
    public int cost() {
      return cost;
    }
  }
}
