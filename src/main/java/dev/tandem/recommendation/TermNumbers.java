package dev.tandem.recommendation;

import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.Term;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * Gives each term of a vocabulary a small number, so that a deal is compared with a hundred
 * thousand assets by bits instead of words. Numbers are never taken back.
 */
final class TermNumbers {
  private static final String EVERYWHERE = "global";

  /** Larger regions and what lies in them, as the shipped vocabulary names them. */
  private static final Map<String, Set<String>> CONTAINS =
      Map.of(
          "emea",
          Set.of(
              "dach",
              "nordics",
              "uk and ireland",
              "benelux",
              "southern europe",
              "eastern europe",
              "middle east",
              "africa"));

  /** Words that name nothing by themselves. */
  private static final Set<String> JOINING = Set.of("and", "of", "the", "for", "und");

  /**
   * @param words of the key
   * @param names its telling words in the singular
   * @param initials of these; empty for a single word
   */
  private record Numbered(String key, Set<String> words, Set<String> names, String initials) {
    static Numbered of(String key) {
      var words = Arrays.asList(key.split(" "));
      var names =
          words.stream().filter(word -> !JOINING.contains(word)).map(Numbered::singular).toList();
      var initials =
          names.size() == 1
              ? ""
              : names.stream().map(name -> name.substring(0, 1)).collect(Collectors.joining());
      return new Numbered(key, Set.copyOf(words), Set.copyOf(names), initials);
    }

    private static String singular(String word) {
      boolean plural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss");
      return plural ? word.substring(0, word.length() - 1) : word;
    }

    /**
     * "Cryptocurrency" and "Cryptocurrency & blockchain", "Developer tools" and "Developer tool".
     */
    boolean includes(Numbered other) {
      return !other.names.isEmpty() && names.containsAll(other.names);
    }

    /** "Artificial intelligence" and "AI". */
    boolean shortFor(Numbered other) {
      return !initials.isEmpty() && initials.equals(other.key);
    }
  }

  private static final class Vocabulary {
    final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    final List<Numbered> terms = new CopyOnWriteArrayList<>();
  }

  private final Map<Dimension, Vocabulary> vocabularies = new EnumMap<>(Dimension.class);

  TermNumbers() {
    for (var dimension : Dimension.values()) vocabularies.put(dimension, new Vocabulary());
  }

  int of(Term term) {
    var vocabulary = vocabulary(term.dimension());
    var key = term.key();
    var known = vocabulary.numbers.get(key);
    return known != null ? known : add(vocabulary, key);
  }

  private static synchronized int add(Vocabulary vocabulary, String key) {
    var known = vocabulary.numbers.get(key);
    if (known != null) return known;
    vocabulary.terms.add(Numbered.of(key));
    int number = vocabulary.terms.size() - 1;
    vocabulary.numbers.put(key, number);
    return number;
  }

  /** The numbers of all labels that speak of one of these terms of one dimension. */
  BitSet matching(Dimension dimension, Iterable<Term> wanted) {
    var matching = new BitSet();
    var terms = vocabulary(dimension).terms;
    for (var term : wanted) {
      var want = Numbered.of(term.key());
      for (int i = 0; i < terms.size(); i++)
        if (same(dimension, terms.get(i), want)) matching.set(i);
    }
    return matching;
  }

  private static boolean same(Dimension dimension, Numbered label, Numbered wanted) {
    if (label.key.equals(wanted.key)) return true;
    return switch (dimension) {
      // people say "Dispatch" for "Acme Dispatch"
      case PRODUCT, COMPETITOR ->
          label.words.containsAll(wanted.words) || wanted.words.containsAll(label.words);
      case REGION ->
          label.key.equals(EVERYWHERE)
              || inside(label.key, wanted.key)
              || inside(wanted.key, label.key);
      // companies that keep names of their own for their customers' trades are not strict with them
      case INDUSTRY ->
          label.includes(wanted)
              || wanted.includes(label)
              || label.shortFor(wanted)
              || wanted.shortFor(label);
      case PERSONA -> false;
    };
  }

  private static boolean inside(String part, String whole) {
    return CONTAINS.getOrDefault(whole, Set.of()).contains(part);
  }

  private Vocabulary vocabulary(Dimension dimension) {
    return Objects.requireNonNull(vocabularies.get(dimension));
  }
}
