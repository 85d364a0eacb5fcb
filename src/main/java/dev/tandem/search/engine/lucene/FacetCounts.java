package dev.tandem.search.engine.lucene;

import dev.tandem.search.AssetHits.FacetCount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/**
 * Counts facet values; a dimension is counted as if nothing were chosen in it. The values are read
 * once for each segment of the index.
 */
final class FacetCounts {
  private static final int VALUES = 100;
  private static final Comparator<FacetCount> MOST_FIRST =
      Comparator.comparingLong(FacetCount::count).reversed().thenComparing(FacetCount::value);

  /** Nothing was counted. */
  static final Counted NONE = new Counted(0, Map.of());

  /**
   * @param total how many assets match under all conditions
   * @param values by dimension
   */
  record Counted(long total, Map<String, List<FacetCount>> values) {}

  /** Goes with the segments. */
  private final Map<IndexReader.CacheKey, FacetColumn> columns =
      Collections.synchronizedMap(new WeakHashMap<>());

  Counted count(IndexSearcher searcher, Query match, Conditions conditions) throws IOException {
    var counts = new HashMap<String, List<FacetCount>>();
    var chosen = conditions.byFacet().keySet();
    var shared = matching(searcher, match, conditions, "");
    for (var dimension : AssetDocuments.FACETS)
      if (!chosen.contains(dimension)) shared.addTo(counts, dimension);
    for (var dimension : chosen)
      matching(searcher, match, conditions, dimension).addTo(counts, dimension);
    return new Counted(shared.total, counts);
  }

  private Tally matching(
      IndexSearcher searcher, Query match, Conditions conditions, String exceptFacet)
      throws IOException {
    var query = new BooleanQuery.Builder().add(match, Occur.FILTER);
    conditions.addTo(query, exceptFacet);
    return searcher.search(
        query.build(),
        new CollectorManager<Tally, Tally>() {
          @Override
          public Tally newCollector() {
            return new Tally();
          }

          @Override
          public Tally reduce(Collection<Tally> parts) {
            var all = new Tally();
            parts.forEach(all::add);
            return all;
          }
        });
  }

  private FacetColumn column(LeafReader segment) {
    return columns.computeIfAbsent(
        segment.getCoreCacheHelper().getKey(),
        unknown -> {
          try {
            return FacetColumn.of(segment);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private final class Tally implements Collector {
    private final Map<FacetColumn.Value, Long> counts = new HashMap<>();
    private long total;

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) {
      var column = column(leaf.reader());
      var inSegment = new int[column.values().size()];
      return new LeafCollector() {
        @Override
        public void setScorer(Scorable unused) {
          // every match counts alike
        }

        @Override
        public void collect(int doc) {
          total++;
          column.count(doc, inSegment);
        }

        @Override
        public void finish() {
          for (int i = 0; i < inSegment.length; i++)
            if (inSegment[i] > 0)
              counts.merge(column.values().get(i), (long) inSegment[i], Long::sum);
        }
      };
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }

    void add(Tally other) {
      total += other.total;
      other.counts.forEach((value, count) -> counts.merge(value, count, Long::sum));
    }

    void addTo(Map<String, List<FacetCount>> all, String dimension) {
      var values =
          counts.entrySet().stream()
              .filter(each -> each.getKey().dimension().equals(dimension))
              .map(each -> new FacetCount(each.getKey().label(), each.getValue()))
              .sorted(MOST_FIRST)
              .limit(VALUES)
              .toList();
      if (!values.isEmpty()) all.put(dimension, values);
    }
  }
}
