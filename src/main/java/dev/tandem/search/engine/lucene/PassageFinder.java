package dev.tandem.search.engine.lucene;

import static dev.tandem.search.engine.lucene.IndexFields.*;

import dev.tandem.search.AssetHits.Passage;
import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.jspecify.annotations.Nullable;

/** Finds and marks the passages that matched, for the few assets that are shown. */
final class PassageFinder {
  private static final int PASSAGES_OF_AN_ASSET = 3;
  private static final int SNIPPET_LENGTH = 180;

  private final Snapshot snapshot;
  private final BitSetProducer assets;
  private final Query query;
  private final Weight weight;

  /**
   * @param query scores passages
   */
  PassageFinder(Snapshot snapshot, BitSetProducer assets, Query query) throws IOException {
    this.snapshot = snapshot;
    this.assets = assets;
    this.query = snapshot.rewrite(query);
    this.weight = snapshot.createWeight(this.query, ScoreMode.COMPLETE, 1);
  }

  /** By the document of the asset; assets without a matching passage are left out. */
  Map<Integer, List<Passage>> of(ScoreDoc[] hits) throws IOException {
    var found = new HashMap<Integer, List<Passage>>();
    var inOrder = Arrays.stream(hits).mapToInt(hit -> hit.doc).sorted().toArray();
    var leaves = snapshot.getIndexReader().leaves();
    int leafNow = -1;
    @Nullable Scorer scorer = null;
    for (int doc : inOrder) {
      int leafOfDoc = ReaderUtil.subIndex(doc, leaves);
      var leaf = leaves.get(leafOfDoc);
      if (leafOfDoc != leafNow) {
        leafNow = leafOfDoc;
        scorer = weight.scorer(leaf);
      }
      if (scorer == null) continue;
      var passages = passages(doc - leaf.docBase, leaf, scorer);
      if (!passages.isEmpty()) found.put(doc, passages);
    }
    return found;
  }

  private List<Passage> passages(int asset, LeafReaderContext leaf, Scorer scorer)
      throws IOException {
    var parents = assets.getBitSet(leaf);
    if (parents == null) return List.of();
    int first = asset == 0 ? 0 : parents.prevSetBit(asset - 1) + 1;
    var best = new ArrayList<ScoreDoc>();
    var each = scorer.iterator();
    int doc = each.docID() < first ? each.advance(first) : each.docID();
    for (; doc < asset && doc != DocIdSetIterator.NO_MORE_DOCS; doc = each.nextDoc())
      best.add(new ScoreDoc(doc, scorer.score()));
    best.sort(Comparator.comparingDouble((ScoreDoc passage) -> passage.score).reversed());
    var passages = new ArrayList<Passage>();
    var stored = leaf.reader().storedFields();
    for (var passage : best.subList(0, Math.min(best.size(), PASSAGES_OF_AN_ASSET))) {
      var document = stored.document(passage.doc);
      var page = document.getField(PAGE).numericValue().intValue();
      var snippet = marked(document.get(TEXT), language(asset, leaf));
      if (snippet != null) passages.add(new Passage(page, document.get(PAGE_LABEL), snippet));
    }
    return passages;
  }

  private static String language(int asset, LeafReaderContext leaf) throws IOException {
    var languages = leaf.reader().getBinaryDocValues(LANGUAGE_COLUMN);
    return languages != null && languages.advanceExact(asset)
        ? languages.binaryValue().utf8ToString()
        : "und";
  }

  private @Nullable String marked(String text, String language) throws IOException {
    var highlighter =
        UnifiedHighlighter.builderWithoutSearcher(Languages.analyzer(language))
            .withFormatter(new DefaultPassageFormatter("\uE000", "\uE001", " … ", false))
            .withBreakIterator(
                () ->
                    LengthGoalBreakIterator.createClosestToLength(
                        BreakIterator.getSentenceInstance(Locale.ROOT), SNIPPET_LENGTH, 0.5f))
            .withHandleMultiTermQuery(false)
            .build();
    var snippet = highlighter.highlightWithoutSearcher(PASSAGE, query, text, 1);
    return snippet == null ? null : snippet.toString().strip().replaceAll("\\s+", " ");
  }
}
