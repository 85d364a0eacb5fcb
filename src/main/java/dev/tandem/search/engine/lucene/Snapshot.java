package dev.tandem.search.engine.lucene;

import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/** One state of the index, with what is worked out once for each state. */
final class Snapshot extends IndexSearcher {
  private final Vocabulary vocabulary;
  private @Nullable Boolean waitsForMeaning;

  Snapshot(DirectoryReader reader) throws IOException {
    super(reader);
    this.vocabulary = new Vocabulary(reader);
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  /** Whether an asset is still to be encoded. */
  synchronized boolean waitsForMeaning() throws IOException {
    if (waitsForMeaning == null)
      waitsForMeaning = count(Conditions.is(IndexFields.ENCODED_BY, IndexFields.NOBODY)) > 0;
    return waitsForMeaning;
  }
}
