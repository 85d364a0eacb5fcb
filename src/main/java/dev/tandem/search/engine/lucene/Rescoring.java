package dev.tandem.search.engine.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldDocs;

/**
 * Adds to the scores of the best hits what is too dear to work out for every asset. A query over
 * passages cannot leave out what is hopeless, so in a large library it would cost more than
 * everything else together.
 */
final class Rescoring {
  /** How many hits are scored again; what comes behind them keeps its place. */
  static final int DEPTH = 200;

  private static final Comparator<ScoreDoc> BEST_FIRST =
      Comparator.<ScoreDoc>comparingDouble(Rescoring::score)
          .thenComparingLong(Rescoring::newest)
          .reversed();

  /**
   * @param hits sorted by score, then by their newest date
   */
  static ScoreDoc[] by(Query more, IndexSearcher searcher, TopFieldDocs hits) throws IOException {
    var first = Arrays.copyOf(hits.scoreDocs, Math.min(DEPTH, hits.scoreDocs.length));
    var added = TextScores.of(searcher, more, first);
    var rescored = hits.scoreDocs.clone();
    for (int i = 0; i < first.length; i++) {
      var hit = (FieldDoc) first[i];
      float score = (float) (score(hit) + added.getOrDefault(hit.doc, 0.0));
      rescored[i] = new FieldDoc(hit.doc, hit.score, new Object[] {score, hit.fields[1]});
    }
    Arrays.sort(rescored, 0, first.length, BEST_FIRST);
    return rescored;
  }

  /** What a hit earned; 0 where hits are not ordered by it. */
  static float score(ScoreDoc hit) {
    return ((FieldDoc) hit).fields[0] instanceof Float score ? score : 0;
  }

  private static long newest(ScoreDoc hit) {
    return (Long) ((FieldDoc) hit).fields[1];
  }

  private Rescoring() {}
}
