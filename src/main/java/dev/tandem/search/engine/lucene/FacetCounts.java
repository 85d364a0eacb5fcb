package dev.tandem.search.engine.lucene;

import dev.tandem.search.AssetHits.FacetCount;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.facet.Facets;
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

  private final @Nullable SortedSetDocValuesReaderState state;

  FacetCounts(DirectoryReader reader) throws IOException {
    this.state =
        reader.numDocs() == 0
            ? null
            : new DefaultSortedSetDocValuesReaderState(reader, AssetDocuments.FACETS_CONFIG);
  }

  Map<String, List<FacetCount>> count(IndexSearcher searcher, Query match, Conditions conditions)
      throws IOException {
    var counts = new HashMap<String, List<FacetCount>>();
    if (state == null) return counts;
    var chosen = conditions.byFacet().keySet();
    var others = AssetDocuments.FACETS.stream().filter(each -> !chosen.contains(each)).toList();
    var shared = facets(searcher, match, conditions, "");
    for (var dimension : others) add(dimension, shared, counts);
    for (var dimension : chosen)
      add(dimension, facets(searcher, match, conditions, dimension), counts);
    return counts;
  }

  private @Nullable Facets facets(
      IndexSearcher searcher, Query match, Conditions conditions, String exceptFacet)
      throws IOException {
    if (state == null) return null;
    var query = new BooleanQuery.Builder().add(match, Occur.FILTER);
    conditions.addTo(query, exceptFacet);
    var found = searcher.search(query.build(), new FacetsCollectorManager());
    return new SortedSetDocValuesFacetCounts(state, found);
  }

  private static void add(
      String dimension, @Nullable Facets facets, Map<String, List<FacetCount>> counts)
      throws IOException {
    if (facets == null) return;
    var top = facets.getTopChildren(VALUES, dimension);
    if (top == null) return;
    counts.put(
        dimension,
        Stream.of(top.labelValues)
            .map(value -> new FacetCount(value.label, value.value.longValue()))
            .toList());
  }
}
