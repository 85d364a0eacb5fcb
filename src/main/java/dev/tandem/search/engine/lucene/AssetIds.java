package dev.tandem.search.engine.lucene;

import dev.tandem.library.AssetId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;

/** Reads the ids of assets from their documents. */
final class AssetIds {

  /** In the order of the documents. */
  static List<AssetId> of(IndexSearcher searcher, ScoreDoc[] docs) throws IOException {
    var ids = new ArrayList<AssetId>(docs.length);
    var leaves = searcher.getIndexReader().leaves();
    for (var doc : docs) {
      var leaf = leaves.get(ReaderUtil.subIndex(doc.doc, leaves));
      ids.add(of(leaf, doc.doc - leaf.docBase));
    }
    return ids;
  }

  /** Of an asset's own document in one segment. */
  static AssetId of(LeafReaderContext leaf, int doc) throws IOException {
    var values = leaf.reader().getBinaryDocValues(IndexFields.ID_COLUMN);
    if (values == null || !values.advanceExact(doc))
      throw new IllegalStateException("document " + doc + " is no asset");
    return new AssetId(values.binaryValue().utf8ToString());
  }

  private AssetIds() {}
}
