package dev.tandem.search.engine.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Completions of what was typed, from titles and terms: whatever continues the typed words at the
 * start of any of their words.
 */
final class Completions {
  private static final int WORDS_OF_A_TITLE = 12;
  private static final int LOOKED_AT = 200;

  /** Before the shown spelling; sorts below every letter. */
  private static final char SHOWN = '\u0001';

  static List<String> entries(String value) {
    var shown = value.strip();
    var entries = new LinkedHashSet<String>();
    var words = Languages.words(shown);
    // a term of the index holds at most 32,766 bytes; titles are far shorter, yet come from files
    if (words.isEmpty() || shown.length() > 300) return List.of();
    for (int i = 0; i < Math.min(words.size(), WORDS_OF_A_TITLE); i++)
      entries.add(
          Spelling.folded(String.join(" ", words.subList(i, words.size())))
              + (i == 0 ? "" : " ")
              + SHOWN
              + shown);
    return List.copyOf(entries);
  }

  static List<String> of(String prefix, Query visible, int limit, IndexSearcher searcher)
      throws IOException {
    var typed = Spelling.folded(String.join(" ", Languages.words(prefix)));
    var terms = MultiTerms.getTerms(searcher.getIndexReader(), IndexFields.COMPLETIONS);
    if (typed.isEmpty() || terms == null) return List.of();
    var found = new ArrayList<Completion>();
    var each = terms.iterator();
    var status = each.seekCeil(new BytesRef(typed));
    for (int i = 0; i < LOOKED_AT && status != TermsEnum.SeekStatus.END; i++) {
      var entry = each.term().utf8ToString();
      if (!entry.startsWith(typed)) break;
      found.add(Completion.of(entry, each.docFreq()));
      if (each.next() == null) break;
    }
    found.sort(Completion.BEST_FIRST);
    return visible(found, visible, limit, searcher);
  }

  private static List<String> visible(
      List<Completion> found, Query visible, int limit, IndexSearcher searcher) throws IOException {
    var shown = new LinkedHashSet<String>();
    Set<String> spellings = new LinkedHashSet<>();
    for (var completion : found) {
      if (shown.size() == limit) break;
      if (!spellings.add(Spelling.folded(completion.shown))) continue;
      var term = new TermQuery(new Term(IndexFields.COMPLETIONS, completion.entry));
      var both =
          new BooleanQuery.Builder().add(term, Occur.FILTER).add(visible, Occur.FILTER).build();
      if (searcher.count(both) > 0) shown.add(completion.shown);
    }
    return List.copyOf(shown);
  }

  private record Completion(String entry, String shown, boolean fromStart, int uses) {
    static final Comparator<Completion> BEST_FIRST =
        Comparator.comparing(Completion::fromStart)
            .reversed()
            .thenComparing(Comparator.comparingInt(Completion::uses).reversed())
            .thenComparing(completion -> completion.shown.length());

    static Completion of(String entry, int uses) {
      int cut = entry.indexOf(SHOWN);
      return new Completion(entry, entry.substring(cut + 1), entry.charAt(cut - 1) != ' ', uses);
    }
  }

  private Completions() {}
}
