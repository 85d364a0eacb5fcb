package dev.tandem.search.engine.lucene;

import java.io.IOException;
import java.text.Normalizer;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.WordBreakSpellChecker;

/** Words that the library does not know, spelled as it knows them. */
final class Spelling {
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

  /** The likely words, in order ("data", "sheet" for "datasheet"), or none. */
  static List<String> corrected(String word, IndexReader reader) throws IOException {
    if (word.length() < SHORTEST || !word.chars().allMatch(Character::isLetter)) return List.of();
    var term = new Term(IndexFields.WORDS, word);
    for (var checker : List.of(SAME_START, ANY_START)) {
      var similar = checker.suggestSimilar(term, 1, reader, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
      if (similar.length > 0) return List.of(similar[0].string);
    }
    var broken =
        BREAKS.suggestWordBreaks(
            term,
            1,
            reader,
            SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX,
            WordBreakSpellChecker.BreakSuggestionSortMethod.NUM_CHANGES_THEN_MAX_FREQUENCY);
    if (broken.length == 0) return List.of();
    return java.util.Arrays.stream(broken[0]).map(part -> part.string).toList();
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

  private Spelling() {}
}
