package dev.tandem.search.engine.lucene;

import dev.tandem.search.AssetHits.FacetCount;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Counts facet values; a dimension is counted as if nothing were chosen in it. */
final class FacetCounts {
  private static final int VALUES = 100;

  /** Nothing was counted. */
  static final Counted NONE = new Counted(0, Map.of());

  /**
   * @param total how many assets match under all conditions
   * @param values by dimension
   */
  record Counted(long total, Map<String, List<FacetCount>> values) {}

  private final @Nullable SortedSetDocValuesReaderState state;

  FacetCounts(DirectoryReader reader) throws IOException {
    this.state =
        reader.numDocs() == 0
            ? null
            : new DefaultSortedSetDocValuesReaderState(reader, AssetDocuments.FACETS_CONFIG);
  }

  Counted count(IndexSearcher searcher, Query match, Conditions conditions) throws IOException {
    if (state == null) return NONE;
    var counts = new HashMap<String, List<FacetCount>>();
    var chosen = conditions.byFacet().keySet();
    var others = AssetDocuments.FACETS.stream().filter(each -> !chosen.contains(each)).toList();
    var matching = matching(searcher, match, conditions, "");
    var shared = new SortedSetDocValuesFacetCounts(state, matching);
    for (var dimension : others) add(dimension, shared, counts);
    for (var dimension : chosen) {
      var ofOthers = matching(searcher, match, conditions, dimension);
      add(dimension, new SortedSetDocValuesFacetCounts(state, ofOthers), counts);
    }
    long total = matching.getMatchingDocs().stream().mapToLong(docs -> docs.totalHits()).sum();
    return new Counted(total, counts);
  }

  private static FacetsCollector matching(
      IndexSearcher searcher, Query match, Conditions conditions, String exceptFacet)
      throws IOException {
    var query = new BooleanQuery.Builder().add(match, Occur.FILTER);
    conditions.addTo(query, exceptFacet);
    return searcher.search(query.build(), new FacetsCollectorManager());
  }

  private static void add(String dimension, Facets facets, Map<String, List<FacetCount>> counts)
      throws IOException {
    var top = facets.getTopChildren(VALUES, dimension);
    if (top == null) return;
    counts.put(
        dimension,
        Stream.of(top.labelValues)
            .map(value -> new FacetCount(value.label, value.value.longValue()))
            .toList());
  }
}
