package dev.tandem.search;

import dev.tandem.encoder.SentenceEncoder;
import dev.tandem.library.AssetId;
import dev.tandem.search.AssetHits.Hit;
import dev.tandem.search.AssetQuery.Order;
import dev.tandem.taxonomy.Audience;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Search by words and by meaning together: a weighted sum of both, each scaled to [0, 1] within the
 * answer (measured better than either, and than reciprocal ranks for short queries; findings.md).
 * The engine answers both parts; how they are joined is the same for every engine.
 */
@Service
public class HybridSearch {
  /** How many of each part are joined; what comes behind them is ordered by words alone. */
  private static final int DEPTH = 200;

  /** As deep as an engine answers. */
  private static final int MOST = 1_000;

  private static final double SHORT_QUERY_WEIGHT = 0.3, SENTENCE_WEIGHT = 0.6;
  private static final int SENTENCE = 8;

  private final AssetSearch engine;
  private final SentenceEncoder encoder;

  HybridSearch(AssetSearch engine, SentenceEncoder encoder) {
    this.engine = engine;
    this.encoder = encoder;
  }

  /** Why this query finds nothing, and what it would find with a condition less. */
  public NothingFound explain(AssetQuery query) {
    return NothingFound.explain(this, query);
  }

  /** Like {@link AssetSearch#search}; what only means the same is found as well. */
  public AssetHits search(AssetQuery asked) {
    var query = meant(asked);
    var nearest = engine.nearest(query, DEPTH);
    // what is found by meaning must not depend on the facets: else their counts would not hold
    var anywhere = query.filters().withoutFacets();
    var nearEnough =
        anywhere.equals(query.filters())
            ? nearest
            : engine.nearest(query.withFilters(anywhere), DEPTH);
    if (nearEnough.isEmpty()) return engine.search(query);
    var near = new LinkedHashMap<AssetId, Double>();
    Nearness.of(nearest).forEach(near::put);
    var found = query.alsoFinding(Nearness.telling(nearEnough));
    if (asked.order() != Order.Usual.RELEVANCE) return engine.search(found);
    int end = asked.offset() + asked.limit();
    // who asks for totals and facets alone needs no order
    int depth = asked.limit() == 0 ? 0 : Math.clamp(end, DEPTH, MOST);
    var hits = engine.search(found.withWindow(0, depth).withoutSnippets());
    var order = joined(hits.hits(), near, found, weight(asked.text()));
    var window = order.subList(Math.min(asked.offset(), order.size()), Math.min(end, order.size()));
    return new AssetHits(
        hits.total(),
        asked.snippets() ? withPassages(window, query) : window,
        hits.facets(),
        hits.didYouMean(),
        hits.degraded());
  }

  /**
   * The first hits that were not served yet, as many as the query's limit says. Going on like this
   * neither repeats nor loses what was there from the start, however the library changes meanwhile;
   * a search goes 1,000 hits deep.
   *
   * @param served how many were, and which
   */
  public AssetHits searchOn(AssetQuery query, int served, Predicate<AssetId> wasServed) {
    int depth = Math.min(MOST, served + query.limit());
    var all = search(query.withWindow(0, depth).withoutSnippets());
    var next =
        all.hits().stream()
            .filter(hit -> !wasServed.test(hit.asset()))
            .limit(query.limit())
            .toList();
    var shown = query.snippets() ? withPassages(next, meant(query)) : next;
    return new AssetHits(all.total(), shown, all.facets(), all.didYouMean(), all.degraded());
  }

  /** Like {@link AssetSearch#complete}. */
  public List<String> complete(String prefix, Set<Audience> audiences, int limit) {
    return engine.complete(prefix, audiences, limit);
  }

  private AssetQuery meant(AssetQuery query) {
    return query.withMeaning(encoder.query(engine.spelledOut(query)).orElse(null));
  }

  private static List<Hit> joined(
      List<Hit> byWords, Map<AssetId, Double> near, AssetQuery found, double weight) {
    double best = byWords.stream().mapToDouble(Hit::score).max().orElse(0);
    var words = new HashMap<AssetId, Double>();
    for (var hit : byWords) words.put(hit.asset(), best > 0 ? hit.score() / best : 0);
    for (var id : found.alsoFound()) if (near.containsKey(id)) words.putIfAbsent(id, 0.0);
    return words.entrySet().stream()
        .map(
            each -> {
              double text = (1 - weight) * each.getValue();
              double score = text + weight * near.getOrDefault(each.getKey(), 0.0);
              return new Hit(each.getKey(), score, text, List.of());
            })
        .sorted(Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::asset))
        .toList();
  }

  private List<Hit> withPassages(List<Hit> hits, AssetQuery query) {
    var ids = hits.stream().map(Hit::asset).collect(Collectors.toList());
    var passages = engine.passages(query, ids);
    return hits.stream()
        .map(
            hit ->
                new Hit(
                    hit.asset(),
                    hit.score(),
                    hit.textScore(),
                    passages.getOrDefault(hit.asset(), List.of())))
        .toList();
  }

  private static double weight(String text) {
    int words = text.strip().split("\\s+").length;
    double length = Math.clamp((words - 2) / (double) (SENTENCE - 2), 0, 1);
    return SHORT_QUERY_WEIGHT + length * (SENTENCE_WEIGHT - SHORT_QUERY_WEIGHT);
  }
}
