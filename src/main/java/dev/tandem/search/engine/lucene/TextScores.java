package dev.tandem.search.engine.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;

/** What the asker's own words earn documents that were found by more than them. */
final class TextScores {

  /** By document; those that earn nothing are left out. */
  static Map<Integer, Double> of(IndexSearcher searcher, Query text, ScoreDoc[] hits)
      throws IOException {
    var scores = new HashMap<Integer, Double>();
    var weight = searcher.createWeight(searcher.rewrite(text), ScoreMode.COMPLETE, 1);
    var inOrder = Arrays.stream(hits).mapToInt(hit -> hit.doc).sorted().toArray();
    var leaves = searcher.getIndexReader().leaves();
    for (int i = 0; i < inOrder.length; ) {
      var leaf = leaves.get(ReaderUtil.subIndex(inOrder[i], leaves));
      int end = leaf.docBase + leaf.reader().maxDoc();
      var scorer = weight.scorer(leaf);
      for (; i < inOrder.length && inOrder[i] < end; i++) {
        if (scorer == null) continue;
        int doc = inOrder[i] - leaf.docBase;
        var each = scorer.iterator();
        int at = each.docID() < doc ? each.advance(doc) : each.docID();
        if (at == doc) scores.put(inOrder[i], (double) scorer.score());
      }
    }
    return scores;
  }

  private TextScores() {}
}
