package dev.tandem.search.engine.lucene;

import static dev.tandem.search.engine.lucene.IndexFields.*;

import dev.tandem.library.AssetId;
import dev.tandem.search.AssetHits;
import dev.tandem.search.AssetHits.Hit;
import dev.tandem.search.AssetHits.Passage;
import dev.tandem.search.AssetQuery;
import dev.tandem.search.AssetQuery.Order.Highest;
import dev.tandem.search.AssetQuery.Order.Usual;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.join.BitSetProducer;
import org.jspecify.annotations.Nullable;

/** One query against one state of the index. */
final class Searching {
  private static final SortField NEWEST_FIRST = new SortField(NEWEST, SortField.Type.LONG, true);
  private static final Sort BEST_FIRST = new Sort(SortField.FIELD_SCORE, NEWEST_FIRST);

  /** So many hits are counted exactly where no facets are asked for. */
  private static final int COUNTED = 1_000;

  private final Snapshot snapshot;
  private final BitSetProducer assets;
  private final FacetCounts facets;
  private final AssetQuery query;
  private final Conditions conditions;
  private final Concepts concepts;
  private final List<ClueTerms> clues;

  /**
   * @param visible what the asker may see
   */
  Searching(
      Snapshot snapshot, Remembered remembered, WordLists lists, AssetQuery query, Query visible)
      throws IOException {
    this.snapshot = snapshot;
    this.assets = remembered.assets();
    this.facets = remembered.facets();
    this.query = query;
    this.conditions = Conditions.of(query, new Wording(snapshot.vocabulary(), assets), visible);
    this.concepts =
        Concepts.of(query.text(), snapshot.vocabulary(), lists, new Spelling(snapshot, visible));
    var terms = new ArrayList<ClueTerms>();
    for (var clue : query.clues()) terms.add(ClueTerms.of(clue, snapshot.vocabulary(), lists));
    this.clues = terms.stream().filter(clue -> !clue.words().isEmpty()).toList();
  }

  AssetHits search(boolean degraded) throws IOException {
    int atLeast = Scoring.atLeast(concepts.list().size());
    var hits = search(atLeast, degraded);
    return hits.total() == 0 && atLeast > 1 ? search(1, degraded) : hits;
  }

  private AssetHits search(int atLeast, boolean degraded) throws IOException {
    var match = match(atLeast);
    var counted = query.facets() ? facets.count(snapshot, match, conditions) : FacetCounts.NONE;
    var best = window(match, atLeast > 1);
    long total =
        query.facets() ? counted.total() : query.limit() == 0 ? count(match) : best.total();
    return new AssetHits(
        total, describe(best.inWindow()), counted.values(), concepts.didYouMean(), degraded);
  }

  String spelledOut() {
    return concepts.spelledOut();
  }

  Map<AssetId, List<Passage>> passages(Collection<AssetId> wanted) throws IOException {
    var finder = passageFinder();
    if (finder == null) return Map.of();
    var wantedAssets = new BooleanQuery.Builder();
    wantedAssets.add(Conditions.anyOf(wanted), Occur.FILTER);
    wantedAssets.add(Conditions.is(KIND, KIND_ASSET), Occur.FILTER);
    var docs = snapshot.search(wantedAssets.build(), wanted.size()).scoreDocs;
    var found = new HashMap<AssetId, List<Passage>>();
    var ids = AssetIds.of(snapshot, docs);
    var passages = finder.of(docs);
    for (int i = 0; i < docs.length; i++) {
      var these = passages.get(docs[i].doc);
      if (these != null) found.put(ids.get(i), these);
    }
    return found;
  }

  private Query match(int atLeast) {
    if (concepts.isEmpty()) return new MatchAllDocsQuery();
    var words = Scoring.match(concepts.list(), atLeast);
    if (query.alsoFound().isEmpty()) return words;
    return new BooleanQuery.Builder()
        .add(words, Occur.SHOULD)
        .add(Conditions.anyOf(query.alsoFound()), Occur.SHOULD)
        .build();
  }

  private long count(Query match) throws IOException {
    return snapshot.count(unscored(match));
  }

  /** The hits asked for, and how many there are: exactly up to {@link #COUNTED}. */
  private record Best(long total, ScoreDoc[] inWindow) {}

  private Best window(Query match, boolean several) throws IOException {
    int end = query.offset() + query.limit();
    if (query.limit() == 0) return new Best(0, new ScoreDoc[0]);
    var sort = sort();
    boolean scored = sort.equals(BEST_FIRST);
    boolean rescored = scored && !concepts.isEmpty();
    int depth = rescored ? Math.max(end, Rescoring.DEPTH) : end;
    var first =
        snapshot.search(
            scored ? scored(match, several) : unscored(match),
            new TopFieldCollectorManager(sort, depth, Math.max(depth, COUNTED)));
    var best =
        rescored
            ? Rescoring.by(new Scoring(assets).bestPassage(concepts.list()), snapshot, first)
            : first.scoreDocs;
    int until = Math.min(end, best.length);
    return new Best(
        first.totalHits.value(), Arrays.copyOfRange(best, Math.min(query.offset(), until), until));
  }

  private Query unscored(Query match) {
    var matching = new BooleanQuery.Builder().add(match, Occur.FILTER);
    conditions.addTo(matching);
    return matching.build();
  }

  /**
   * At least one scoring clause is required of every hit: only so the engine leaves out, unscored,
   * what cannot come among the first.
   *
   * @param several whether one word alone is too little to be found
   */
  private Query scored(Query match, boolean several) {
    var scored = new BooleanQuery.Builder().setMinimumNumberShouldMatch(1);
    conditions.addTo(scored);
    clues.forEach(clue -> clue.addTo(scored));
    if (concepts.isEmpty()) return scored.build();
    Scoring.addAbout(concepts.list(), scored);
    if (several || !clues.isEmpty()) scored.add(match, Occur.FILTER);
    if (!query.alsoFound().isEmpty())
      scored.add(
          new BoostQuery(new ConstantScoreQuery(Conditions.anyOf(query.alsoFound())), 0),
          Occur.SHOULD);
    return scored.build();
  }

  private Sort sort() {
    return switch (query.order()) {
      case Usual.NEWEST -> new Sort(NEWEST_FIRST);
      case Usual.RELEVANCE ->
          concepts.isEmpty() && clues.isEmpty() ? new Sort(NEWEST_FIRST) : BEST_FIRST;
      case Highest(var number) ->
          new Sort(new AssetNumber(number).getSortField(true), NEWEST_FIRST);
    };
  }

  private List<Hit> describe(ScoreDoc[] docs) throws IOException {
    var ids = AssetIds.of(snapshot, docs);
    var texts =
        concepts.isEmpty() || clues.isEmpty()
            ? Map.<Integer, Double>of()
            : TextScores.of(snapshot, new Scoring(assets).score(concepts.list()), docs);
    var passages = query.snippets() ? passages(docs) : Map.<Integer, List<Passage>>of();
    var hits = new ArrayList<Hit>(docs.length);
    for (int i = 0; i < docs.length; i++) {
      var doc = docs[i];
      double score = Rescoring.score(doc);
      double text =
          clues.isEmpty() && !concepts.isEmpty() ? score : texts.getOrDefault(doc.doc, 0.0);
      hits.add(new Hit(ids.get(i), score, text, passages.getOrDefault(doc.doc, List.of())));
    }
    return hits;
  }

  private Map<Integer, List<Passage>> passages(ScoreDoc[] docs) throws IOException {
    var finder = passageFinder();
    return finder == null ? Map.of() : finder.of(docs);
  }

  private @Nullable PassageFinder passageFinder() throws IOException {
    if (concepts.isEmpty() && clues.isEmpty()) return null;
    boolean told = concepts.isEmpty();
    var words = told ? ClueTerms.passages(clues) : Scoring.passages(concepts.list());
    var marks = told ? words : Scoring.marks(concepts.list());
    return new PassageFinder(snapshot, assets, words, marks, query.meaning());
  }
}
