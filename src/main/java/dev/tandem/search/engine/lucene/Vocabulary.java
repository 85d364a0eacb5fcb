package dev.tandem.search.engine.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** What one state of the index knows of words. Made once for each state; safe for many threads. */
final class Vocabulary {
  private static final int CONTINUATIONS = 8;
  private static final int CONTINUATIONS_LOOKED_AT = 400;

  private final IndexReader reader;
  private final List<String> languages;

  /** In how many assets a term stands. */
  private final Frequency frequency;

  interface Frequency {
    int of(Term term) throws IOException;
  }

  Vocabulary(IndexReader reader, Frequency frequency) throws IOException {
    this.reader = reader;
    this.frequency = frequency;
    this.languages = languages(reader);
  }

  IndexReader reader() {
    return reader;
  }

  /** The languages that the library has. */
  List<String> languages() {
    return languages;
  }

  /** The word's stems in all languages of the library. */
  Set<String> stems(String word) {
    var stems = new LinkedHashSet<String>();
    for (var language : languages) stems.addAll(Languages.stem(language, word));
    if (stems.isEmpty()) stems.addAll(Languages.stem("und", word));
    return stems;
  }

  boolean knows(Set<String> stems) throws IOException {
    return documents(stems) > 0;
  }

  /** In about how many assets one of the stems stands. */
  int documents(Set<String> stems) throws IOException {
    int most = 0;
    for (var stem : stems) {
      most = Math.max(most, frequency.of(new Term(IndexFields.ABOUT, stem)));
      most = Math.max(most, frequency.of(new Term(IndexFields.BODY, stem)));
    }
    return most;
  }

  /** In how many assets a word stands just as it is spelled. */
  int frequency(String word) throws IOException {
    return reader.docFreq(new Term(IndexFields.WORDS, word));
  }

  /**
   * The most frequent words that begin like this one and are longer, with their frequency; none of
   * a single letter.
   */
  Map<String, Integer> continuations(String start) throws IOException {
    if (start.length() < 2) return Map.of();
    var terms = MultiTerms.getTerms(reader, IndexFields.WORDS);
    if (terms == null) return Map.of();
    var found = new ArrayList<Map.Entry<String, Integer>>();
    var each = terms.iterator();
    var status = each.seekCeil(new BytesRef(start));
    for (int i = 0; i < CONTINUATIONS_LOOKED_AT && status != TermsEnum.SeekStatus.END; i++) {
      @Nullable BytesRef term = each.term();
      var word = term.utf8ToString();
      if (!word.startsWith(start)) break;
      if (word.length() > start.length()) found.add(Map.entry(word, each.docFreq()));
      if (each.next() == null) break;
    }
    found.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
    var best = new HashMap<String, Integer>();
    found.stream()
        .limit(CONTINUATIONS)
        .forEach(entry -> best.put(entry.getKey(), entry.getValue()));
    return best;
  }

  private static List<String> languages(IndexReader reader) throws IOException {
    var languages = new ArrayList<String>();
    var terms = MultiTerms.getTerms(reader, IndexFields.LANGUAGE);
    if (terms == null) return languages;
    var each = terms.iterator();
    for (var term = each.next(); term != null; term = each.next())
      languages.add(term.utf8ToString());
    return languages;
  }
}
