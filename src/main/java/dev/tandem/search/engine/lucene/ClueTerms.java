package dev.tandem.search.engine.lucene;

import static dev.tandem.search.engine.lucene.IndexFields.*;

import dev.tandem.search.AssetQuery.Clue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/**
 * The telling words of clues. Long notes would drown everything else, so a clue brings only its
 * rarest words, and the more it brings the less each one counts.
 *
 * @param weight of one word, all in all
 */
record ClueTerms(List<Set<String>> words, float weight) {
  private static final int WORDS_OF_A_CLUE = 16;
  private static final int LONGEST_CLUE = 4_000;
  private static final float IN_BODY = 0.4f;

  /** A word in more of the library than this tells nothing apart, and costs most. */
  private static final double TELLING = 0.4;

  /** Where none tells anything apart: that is better than no words at all. */
  private static final int FEW_WORDS = 5;

  static ClueTerms of(Clue clue, Vocabulary vocabulary, WordLists lists) throws IOException {
    var text = clue.text();
    if (text.length() > LONGEST_CLUE) text = text.substring(0, LONGEST_CLUE);
    var counts = new HashMap<String, Integer>();
    for (var word : Languages.words(text))
      if (word.length() > 1 && !lists.isStopWord(word, vocabulary.languages()))
        counts.merge(word, 1, Integer::sum);
    var rated = new ArrayList<Rated>();
    int documents = vocabulary.reader().numDocs();
    int assets = vocabulary.reader().getDocCount(ABOUT);
    for (var count : counts.entrySet()) {
      var stems = vocabulary.stems(count.getKey());
      int known = vocabulary.documents(stems);
      if (known == 0) continue;
      double rarity = Math.log(1 + documents / (double) known);
      rated.add(new Rated(stems, rarity * Math.sqrt(count.getValue()), known <= TELLING * assets));
    }
    rated.sort(Comparator.comparingDouble(Rated::value).reversed());
    boolean telling = rated.stream().anyMatch(Rated::telling);
    var words =
        rated.stream()
            .filter(telling ? Rated::telling : each -> true)
            .limit(telling ? WORDS_OF_A_CLUE : FEW_WORDS)
            .map(Rated::stems)
            .distinct()
            .collect(Collectors.toList());
    return new ClueTerms(words, (float) (clue.weight() / Math.sqrt(Math.max(1, words.size()))));
  }

  /** Adds what the words earn an asset. */
  void addTo(BooleanQuery.Builder score) {
    for (var stems : words) {
      score.add(Scoring.synonyms(ABOUT, stems, weight), Occur.SHOULD);
      score.add(Scoring.synonyms(BODY, stems, weight * IN_BODY), Occur.SHOULD);
    }
  }

  /** Adds what the words earn a passage. */
  void addToPassages(BooleanQuery.Builder score) {
    for (var stems : words) score.add(Scoring.synonyms(PASSAGE, stems, weight), Occur.SHOULD);
  }

  static Query passages(List<ClueTerms> clues) {
    var score = new BooleanQuery.Builder();
    clues.forEach(clue -> clue.addToPassages(score));
    return score.build();
  }

  private record Rated(Set<String> stems, double value, boolean telling) {}
}
