package dev.tandem.search.engine.lucene;

import dev.tandem.library.AssetId;
import java.io.IOException;
import java.util.function.ToLongFunction;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LongValues;
import org.apache.lucene.search.LongValuesSource;

/** A number of each asset that the index does not hold, such as how often it was used. */
final class AssetNumber extends LongValuesSource {
  private final ToLongFunction<AssetId> number;

  AssetNumber(ToLongFunction<AssetId> number) {
    this.number = number;
  }

  @Override
  public LongValues getValues(LeafReaderContext leaf, DoubleValues scores) throws IOException {
    return new LongValues() {
      private int doc;

      @Override
      public long longValue() throws IOException {
        return number.applyAsLong(AssetIds.of(leaf, doc));
      }

      @Override
      public boolean advanceExact(int next) {
        doc = next;
        return true;
      }
    };
  }

  @Override
  public boolean needsScores() {
    return false;
  }

  /** The number changes while the index does not. */
  @Override
  public boolean isCacheable(LeafReaderContext leaf) {
    return false;
  }

  @Override
  public LongValuesSource rewrite(IndexSearcher searcher) {
    return this;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AssetNumber that && that.number.equals(number);
  }

  @Override
  public int hashCode() {
    return number.hashCode();
  }

  @Override
  public String toString() {
    return "number of the asset";
  }
}
