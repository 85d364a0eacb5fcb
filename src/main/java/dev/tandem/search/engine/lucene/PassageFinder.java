package dev.tandem.search.engine.lucene;

import static dev.tandem.search.engine.lucene.IndexFields.*;

import dev.tandem.encoder.Embedding;
import dev.tandem.search.AssetHits.Passage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
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
import org.jspecify.annotations.Nullable;

/** Finds and marks the passages that matched, for the few assets that are shown. */
final class PassageFinder {
  private static final int PASSAGES_OF_AN_ASSET = 3;
  private static final int SNIPPET_LENGTH = 180;

  private final Snapshot snapshot;
  private final BitSetProducer assets;
  private final Weight weight;
  private final @Nullable Embedding meaning;
  private final PassageMarker marker;

  /**
   * @param words score passages
   * @param marks what is marked in them
   * @param meaning finds a passage where no word matches; or null
   */
  PassageFinder(
      Snapshot snapshot,
      BitSetProducer assets,
      Query words,
      Query marks,
      @Nullable Embedding meaning)
      throws IOException {
    this.meaning = meaning;
    this.snapshot = snapshot;
    this.assets = assets;
    this.weight = snapshot.createWeight(snapshot.rewrite(words), ScoreMode.COMPLETE, 1);
    this.marker = new PassageMarker(snapshot.rewrite(marks), SNIPPET_LENGTH);
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
      var passages = passages(doc - leaf.docBase, leaf, scorer);
      if (!passages.isEmpty()) found.put(doc, passages);
    }
    return found;
  }

  private List<Passage> passages(int asset, LeafReaderContext leaf, @Nullable Scorer scorer)
      throws IOException {
    var parents = assets.getBitSet(leaf);
    if (parents == null) return List.of();
    int first = asset == 0 ? 0 : parents.prevSetBit(asset - 1) + 1;
    var matching = scorer == null ? List.<Passage>of() : matching(first, asset, leaf, scorer);
    return matching.isEmpty() ? nearest(first, asset, leaf) : matching;
  }

  private List<Passage> matching(int first, int asset, LeafReaderContext leaf, Scorer scorer)
      throws IOException {
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
      var snippet = marker.mark(document.get(TEXT), language(asset, leaf));
      if (snippet != null) passages.add(new Passage(page, document.get(PAGE_LABEL), snippet));
    }
    return passages;
  }

  private List<Passage> nearest(int first, int asset, LeafReaderContext leaf) throws IOException {
    var vectors = meaning == null ? null : leaf.reader().getByteVectorValues(MEANING);
    if (meaning == null || vectors == null) return List.of();
    int best = -1;
    double most = 0;
    var each = vectors.iterator();
    for (int doc = each.advance(first); doc < asset; doc = each.nextDoc()) {
      double cosine = meaning.cosine(new Embedding(vectors.vectorValue(each.index())));
      if (cosine <= most) continue;
      most = cosine;
      best = doc;
    }
    if (best < 0) return List.of();
    var document = leaf.reader().storedFields().document(best);
    var page = document.getField(PAGE);
    if (page == null) return List.of(); // title and description say it best, and are shown anyway
    var text = document.get(TEXT).strip().replaceAll("\\s+", " ");
    return List.of(
        new Passage(page.numericValue().intValue(), document.get(PAGE_LABEL), beginning(text)));
  }

  private static String beginning(String text) {
    if (text.length() <= SNIPPET_LENGTH) return text;
    int cut = text.lastIndexOf(' ', SNIPPET_LENGTH);
    return text.substring(0, cut > 0 ? cut : SNIPPET_LENGTH) + " …";
  }

  private static String language(int asset, LeafReaderContext leaf) throws IOException {
    var languages = leaf.reader().getBinaryDocValues(LANGUAGE_COLUMN);
    return languages != null && languages.advanceExact(asset)
        ? languages.binaryValue().utf8ToString()
        : "und";
  }
}
