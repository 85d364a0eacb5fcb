package dev.tandem.search.engine.lucene;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/** One state of the index, with what is worked out once for each state. */
final class Snapshot extends IndexSearcher {
  private static final int TERMS_REMEMBERED = 10_000;

  private final Vocabulary vocabulary;
  private final Cache<Term, TermStates> terms =
      Caffeine.newBuilder().maximumSize(TERMS_REMEMBERED).build();
  private final Map<String, Integer> notEncoded = new HashMap<>();
  private @Nullable Boolean waitsForMeaning;

  Snapshot(DirectoryReader reader) throws IOException {
    super(reader);
    this.vocabulary = new Vocabulary(reader, term -> states(term).docFreq());
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  /** Where the segments have a term. */
  TermStates states(Term term) throws IOException {
    var known = terms.getIfPresent(term);
    if (known != null) return known;
    var states = TermStates.build(this, term, true);
    terms.put(term, states);
    return states;
  }

  /** How many assets were not encoded by a model. */
  synchronized int countNotEncoded(String model) throws IOException {
    var known = notEncoded.get(model);
    if (known != null) return known;
    int counted = count(Conditions.notEncoded(model));
    notEncoded.put(model, counted);
    return counted;
  }

  /** Whether an asset is still to be encoded. */
  synchronized boolean waitsForMeaning() throws IOException {
    if (waitsForMeaning == null)
      waitsForMeaning = count(Conditions.is(IndexFields.ENCODED_BY, IndexFields.NOBODY)) > 0;
    return waitsForMeaning;
  }
}
