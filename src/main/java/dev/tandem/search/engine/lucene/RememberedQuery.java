package dev.tandem.search.engine.lucene;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.util.BitSetIterator;
import org.jspecify.annotations.Nullable;

/**
 * A condition as a bit for each document, worked out once for each segment: segments never change,
 * and what was deleted is left out by the searcher.
 */
final class RememberedQuery extends Query {
  private final QueryBitSetProducer bits;

  RememberedQuery(Query condition) {
    this.bits = new QueryBitSetProducer(condition);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf)
          throws java.io.IOException {
        var matching = bits.getBitSet(leaf);
        if (matching == null) return null;
        return ConstantScoreScorerSupplier.fromIterator(
            new BitSetIterator(matching, matching.approximateCardinality()),
            score(),
            mode,
            leaf.reader().maxDoc());
      }

      /** Lucene's own cache would keep it twice. */
      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false;
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return bits.getQuery().toString(field);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RememberedQuery that && that.bits.equals(bits);
  }

  @Override
  public int hashCode() {
    return bits.hashCode();
  }
}
