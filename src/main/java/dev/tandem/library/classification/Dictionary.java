package dev.tandem.library.classification;

import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.Taxonomy.KnownTerm;
import dev.tandem.taxonomy.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the names of terms in running text, the longest name first. */
final class Dictionary {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}+]+(['’][\\p{L}]+)?");

  /** Names this short are abbreviations, and count only in capitals: IT, US, CFO. */
  private static final int ABBREVIATION = 3;

  interface Hit {
    void at(Term term, int start, int end);
  }

  private record Name(List<String> words, Set<Term> terms) {}

  private record Token(String word, int start, int end) {}

  private final List<KnownTerm> source;
  private final Map<String, List<Name>> byFirstWord = new HashMap<>();

  /** What is left of the names of a family of products, "Pulse" of "Acme Pulse", as written. */
  private final Map<String, Term> shortNames;

  Dictionary(List<KnownTerm> source, Set<String> ambiguous) {
    this.source = source;
    var names = new HashMap<String, Set<Term>>();
    for (var known : source) {
      add(names, known.term().label(), known.term(), ambiguous);
      for (var alias : known.aliases()) add(names, alias, known.term(), ambiguous);
    }
    this.shortNames = shortNames(source, ambiguous, names.keySet());
    names.forEach(
        (name, terms) -> {
          var words = List.of(name.split(" "));
          byFirstWord
              .computeIfAbsent(words.getFirst(), none -> new ArrayList<>())
              .add(new Name(words, terms));
        });
    byFirstWord
        .values()
        .forEach(list -> list.sort((one, other) -> other.words().size() - one.words().size()));
  }

  /** Products of one family share their first word; texts leave it out. */
  private static Map<String, Term> shortNames(
      List<KnownTerm> source, Set<String> ambiguous, Set<String> taken) {
    var families = new HashMap<String, List<Term>>();
    for (var known : source)
      if (known.term().dimension() == Dimension.PRODUCT && known.term().label().indexOf(' ') > 0)
        families
            .computeIfAbsent(known.term().label().split(" ")[0], none -> new ArrayList<>())
            .add(known.term());
    var shortNames = new HashMap<String, Term>();
    families.values().stream()
        .filter(family -> family.size() > 1)
        .flatMap(List::stream)
        .forEach(
            term -> {
              var rest = term.label().substring(term.label().indexOf(' ') + 1);
              var key = Term.normalize(rest);
              if (rest.matches("\\p{Lu}[\\p{L}\\p{N}]{2,}")
                  && !ambiguous.contains(key)
                  && !taken.contains(key)) shortNames.put(rest, term);
            });
    return shortNames;
  }

  private static void add(
      Map<String, Set<Term>> names, String name, Term term, Set<String> ambiguous) {
    var key = Term.normalize(name);
    if (key.isEmpty() || ambiguous.contains(key)) return;
    names.computeIfAbsent(key, none -> new HashSet<>()).add(term);
    if (key.length() > 3 && !key.endsWith("s"))
      names.computeIfAbsent(key + "s", none -> new HashSet<>()).add(term);
  }

  boolean isOf(List<KnownTerm> terms) {
    return source.equals(terms);
  }

  void scan(String text, Hit hit) {
    var tokens = new ArrayList<Token>();
    var matcher = WORD.matcher(text);
    while (matcher.find()) tokens.add(new Token(matcher.group(), matcher.start(), matcher.end()));
    for (int i = 0; i < tokens.size(); ) i += Math.max(1, matchAt(tokens, i, text, hit));
  }

  /** How many words the longest name here has; 0 when there is none. */
  private int matchAt(List<Token> tokens, int from, String text, Hit hit) {
    var first = key(tokens.get(from).word());
    for (var name : byFirstWord.getOrDefault(first, List.of())) {
      int length = name.words().size();
      if (from + length > tokens.size() || !matches(name, tokens, from)) continue;
      var last = tokens.get(from + length - 1);
      if (length == 1
          && first.length() <= ABBREVIATION
          && !last.word().equals(last.word().toUpperCase(Locale.ROOT))) continue;
      for (var term : name.terms()) hit.at(term, tokens.get(from).start(), last.end());
      return length;
    }
    return shortMatchAt(tokens, from, text, hit);
  }

  /** Only as written and inside a sentence, where a capital letter makes it a name. */
  private int shortMatchAt(List<Token> tokens, int from, String text, Hit hit) {
    var token = tokens.get(from);
    var term = shortNames.get(token.word());
    if (term == null) return 0;
    int before = token.start() - 1;
    boolean first =
        before < 1 || text.charAt(before) != ' ' || ".:!?-|".indexOf(text.charAt(before - 1)) >= 0;
    if (first && from > 0) return 0;
    hit.at(term, token.start(), token.end());
    return 1;
  }

  private static boolean matches(Name name, List<Token> tokens, int from) {
    for (int i = 1; i < name.words().size(); i++)
      if (!name.words().get(i).equals(key(tokens.get(from + i).word()))) return false;
    return true;
  }

  /** Possessives and the plurals of abbreviations go by their stem. */
  private static String key(String word) {
    var stem = word.replaceAll("['’]s?$", "").replaceAll("['’]", "");
    if (stem.matches("\\p{Lu}{2,4}s")) stem = stem.substring(0, stem.length() - 1);
    return stem.toLowerCase(Locale.ROOT);
  }
}
