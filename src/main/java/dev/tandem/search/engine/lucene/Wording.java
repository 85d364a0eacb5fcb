package dev.tandem.search.engine.lucene;

import static dev.tandem.search.engine.lucene.IndexFields.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.ScoreMode;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;

/**
 * Finds what was put into quotes: assets in which these words stand one behind the other, in
 * whatever grammatical form, in what is said about the asset, in its notes or in a passage.
 */
record Wording(Vocabulary vocabulary, BitSetProducer assets) {

  /** None where nothing is left of the phrase, such as one of punctuation. */
  Query of(String phrase) {
    var words = new ArrayList<Set<String>>();
    for (var word : Languages.words(phrase)) {
      var stems = vocabulary.stems(word);
      if (!stems.isEmpty()) words.add(stems);
    }
    if (words.isEmpty()) return new MatchNoDocsQuery("no word in the phrase");
    if (words.size() == 1) return Scoring.anywhere(words.getFirst(), 1);
    var passage = new ToParentBlockJoinQuery(inOrder(PASSAGE, words), assets, ScoreMode.None);
    return new BooleanQuery.Builder()
        .add(inOrder(IN_ORDER, words), Occur.SHOULD)
        .add(passage, Occur.SHOULD)
        .build();
  }

  private static Query inOrder(String field, List<Set<String>> words) {
    var phrase = new MultiPhraseQuery.Builder();
    for (var stems : words)
      phrase.add(stems.stream().map(stem -> new Term(field, stem)).toArray(Term[]::new));
    return phrase.build();
  }
}
