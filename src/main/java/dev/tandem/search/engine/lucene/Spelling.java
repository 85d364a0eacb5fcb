package dev.tandem.search.engine.lucene;

import java.io.IOException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.WordBreakSpellChecker;

/**
 * Words that the library does not know, spelled as it knows them: in assets that the asker may see,
 * for a correction would tell what stands in the others.
 */
final class Spelling {
  private static final int LOOKED_AT = 5;
  private static final int SHORTEST = 4;

  /** Share of equal letters: one may differ of four to seven, two of eight and more. */
  private static final float CLOSE_ENOUGH = 0.74f;

  private static final DirectSpellChecker SAME_START = checker(1);
  private static final DirectSpellChecker ANY_START = checker(0);
  private static final WordBreakSpellChecker BREAKS = new WordBreakSpellChecker();

  static {
    BREAKS.setMinBreakWordLength(3);
    BREAKS.setMaxChanges(1);
  }

  private final IndexSearcher searcher;
  private final Query visible;

  Spelling(IndexSearcher searcher, Query visible) {
    this.searcher = searcher;
    this.visible = visible;
  }

  /** The likely words, in order ("data", "sheet" for "datasheet"), or none. */
  List<String> corrected(String word) throws IOException {
    if (word.length() < SHORTEST || !word.chars().allMatch(Character::isLetter)) return List.of();
    var reader = searcher.getIndexReader();
    var term = new Term(IndexFields.WORDS, word);
    for (var checker : List.of(SAME_START, ANY_START))
      for (var similar :
          checker.suggestSimilar(term, LOOKED_AT, reader, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX))
        if (isVisible(similar.string)) return List.of(similar.string);
    for (var broken :
        BREAKS.suggestWordBreaks(
            term,
            LOOKED_AT,
            reader,
            SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX,
            WordBreakSpellChecker.BreakSuggestionSortMethod.NUM_CHANGES_THEN_MAX_FREQUENCY)) {
      var parts = Arrays.stream(broken).map(part -> part.string).toList();
      if (areVisible(parts)) return parts;
    }
    return List.of();
  }

  private boolean areVisible(List<String> words) throws IOException {
    for (var word : words) if (!isVisible(word)) return false;
    return true;
  }

  private boolean isVisible(String word) throws IOException {
    var seen =
        new BooleanQuery.Builder()
            .add(Conditions.is(IndexFields.WORDS, word), Occur.FILTER)
            .add(visible, Occur.FILTER)
            .build();
    return searcher.count(seen) > 0;
  }

  /** Lower case without accents, so that "Lösung" and "losung" are one. */
  static String folded(String text) {
    return Normalizer.normalize(text.toLowerCase(java.util.Locale.ROOT), Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "");
  }

  private static DirectSpellChecker checker(int lettersKept) {
    var checker = new DirectSpellChecker();
    checker.setMinPrefix(lettersKept);
    checker.setMinQueryLength(SHORTEST);
    checker.setAccuracy(CLOSE_ENOUGH);
    return checker;
  }
}
