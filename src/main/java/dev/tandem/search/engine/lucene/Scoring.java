package dev.tandem.search.engine.lucene;

import static dev.tandem.search.engine.lucene.IndexFields.*;

import dev.tandem.search.engine.lucene.Concept.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.ScoreMode;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;

/**
 * What concepts earn an asset: the sum of its fields' BM25, the title twice, and the best passage
 * of its text (measured better than the text as a whole; findings.md, Retrieval).
 */
final class Scoring {
  private static final Map<String, Float> FIELDS =
      Map.of(TITLE, 2f, DESCRIPTION, 1f, HEADINGS, 1f, TAGS, 1f, BODY, 0.3f);
  private static final float TITLE_PHRASE = 1.5f;
  private static final float PASSAGE_PHRASE = 0.7f;
  private static final int PHRASE_SLOP = 2;

  private final BitSetProducer assets;

  Scoring(BitSetProducer assets) {
    this.assets = assets;
  }

  /** Which assets are found: those that have at least so many of the concepts anywhere. */
  static Query match(List<Concept> concepts, int atLeast) {
    var match = new BooleanQuery.Builder().setMinimumNumberShouldMatch(atLeast);
    for (var concept : concepts)
      match.add(alternatives(concept.all(), Scoring::anywhere, false), Occur.SHOULD);
    return match.build();
  }

  /** One of up to three, two of up to six, then about a third: sentences say much in passing. */
  static int atLeast(int concepts) {
    if (concepts <= 3) return 1;
    if (concepts <= 6) return 2;
    return (int) Math.ceil(concepts * 0.35);
  }

  /** What an asset earns all in all. */
  Query score(List<Concept> concepts) {
    var score = new BooleanQuery.Builder();
    addAbout(concepts, score);
    score.add(bestPassage(concepts), Occur.SHOULD);
    return score.build();
  }

  /** Adds what it earns by its fields. */
  static void addAbout(List<Concept> concepts, BooleanQuery.Builder score) {
    for (var concept : concepts) {
      // a sum of sums, but the hopeless are left out sooner when all fields stand side by side
      if (concept.isPlain()) addFields(concept.readings().getFirst(), score);
      else score.add(alternatives(concept.readings(), Scoring::inFields, true), Occur.SHOULD);
      if (concept.continued() != null) addFields(concept.continued(), score);
    }
    phrase(TITLE, concepts, TITLE_PHRASE, score);
  }

  /** What it earns by the best passage of its text. */
  Query bestPassage(List<Concept> concepts) {
    return new ToParentBlockJoinQuery(passages(concepts), assets, ScoreMode.Max);
  }

  /** Scores passages rather than assets. */
  static Query passages(List<Concept> concepts) {
    var score = inPassages(concepts);
    phrase(PASSAGE, concepts, PASSAGE_PHRASE, score);
    return score.build();
  }

  /** What is marked in passages: each word by itself, so that no order of words is looked up. */
  static Query marks(List<Concept> concepts) {
    return inPassages(concepts).build();
  }

  private static BooleanQuery.Builder inPassages(List<Concept> concepts) {
    var words = new BooleanQuery.Builder();
    for (var concept : concepts) words.add(inPassage(concept), Occur.SHOULD);
    return words;
  }

  /** Of several words only together: a snippet would mark each of them wherever it stands. */
  private static Query inPassage(Concept concept) {
    var readings = new ArrayList<Query>();
    for (var reading : concept.all()) {
      var words = reading.words();
      float weight = (float) reading.weight();
      readings.add(
          words.size() == 1
              ? synonyms(PASSAGE, words.getFirst(), weight)
              : new BoostQuery(near(PASSAGE, words), weight));
    }
    return readings.size() == 1 ? readings.getFirst() : new DisjunctionMaxQuery(readings, 0);
  }

  private static void phrase(
      String field, List<Concept> concepts, float boost, BooleanQuery.Builder score) {
    var words = new ArrayList<Set<String>>();
    for (var concept : concepts) words.addAll(concept.readings().getFirst().words());
    if (words.size() < 2 || words.size() > 8) return;
    score.add(new BoostQuery(near(field, words), boost), Occur.SHOULD);
  }

  private static Query near(String field, List<Set<String>> words) {
    var phrase = new MultiPhraseQuery.Builder().setSlop(PHRASE_SLOP);
    for (var stems : words)
      phrase.add(stems.stream().map(stem -> new Term(field, stem)).toArray(Term[]::new));
    return phrase.build();
  }

  private static Query alternatives(
      List<Reading> readings, BiFunction<Set<String>, Float, Query> word, boolean scored) {
    var queries = new ArrayList<Query>();
    for (var reading : readings) queries.add(reading(reading, word, scored));
    return queries.size() == 1 ? queries.getFirst() : new DisjunctionMaxQuery(queries, 0);
  }

  private static Query reading(
      Reading reading, BiFunction<Set<String>, Float, Query> word, boolean scored) {
    float weight = (float) reading.weight();
    if (reading.words().size() == 1) return word.apply(reading.words().getFirst(), weight);
    var all = new BooleanQuery.Builder();
    for (var stems : reading.words())
      all.add(word.apply(stems, weight), scored ? Occur.MUST : Occur.FILTER);
    return all.build();
  }

  static Query anywhere(Set<String> stems, float ignored) {
    return new BooleanQuery.Builder()
        .add(synonyms(ABOUT, stems, 1), Occur.SHOULD)
        .add(synonyms(BODY, stems, 1), Occur.SHOULD)
        .build();
  }

  private static Query inFields(Set<String> stems, float weight) {
    var fields = new BooleanQuery.Builder();
    addFields(stems, weight, fields);
    return fields.build();
  }

  private static void addFields(Reading ofOneWord, BooleanQuery.Builder score) {
    addFields(ofOneWord.words().getFirst(), (float) ofOneWord.weight(), score);
  }

  private static void addFields(Set<String> stems, float weight, BooleanQuery.Builder score) {
    FIELDS.forEach(
        (field, boost) -> score.add(synonyms(field, stems, boost * weight), Occur.SHOULD));
  }

  static Query synonyms(String field, Set<String> stems, float boost) {
    var anyOf = anyOf(field, stems);
    return boost == 1 ? anyOf : new BoostQuery(anyOf, boost);
  }

  private static Query anyOf(String field, Set<String> stems) {
    if (stems.size() == 1) return new RememberedTerm(new Term(field, stems.iterator().next()));
    var synonyms = new SynonymQuery.Builder(field);
    stems.forEach(stem -> synonyms.addTerm(new Term(field, stem)));
    return synonyms.build();
  }
}
