package dev.tandem.recommendation;

import dev.tandem.taxonomy.Term;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which languages suit a deal, from its region and the language people write in.
 *
 * @param votes weight by ISO 639-1 code; empty when nothing tells
 */
record LanguageVotes(Map<String, Double> votes) {
  private static final double QUERY = 1, NOTES = 0.6, REGION = 0.8;

  /** English is read nearly everywhere, so it is a weak second choice rather than a wrong one. */
  private static final double ENGLISH_ANYWAY = -0.2;

  /** Frequent little words that tell a language from its neighbours. */
  private static final Map<String, Set<String>> LITTLE_WORDS =
      Map.of(
          "en",
              Set.of(
                  "the", "and", "of", "to", "for", "with", "is", "are", "how", "what", "they", "we",
                  "our", "their", "need", "wants"),
          "de",
              Set.of(
                  "der", "die", "das", "und", "für", "mit", "ist", "nicht", "wie", "ein", "eine",
                  "zu", "im", "von", "auf", "wir", "sind", "bei"),
          "fr",
              Set.of(
                  "le", "les", "des", "et", "pour", "avec", "est", "une", "du", "dans", "comment",
                  "nous", "sur"),
          "es",
              Set.of(
                  "el", "los", "las", "y", "para", "con", "es", "una", "del", "cómo", "por", "que"),
          "it", Set.of("il", "gli", "e", "per", "con", "è", "una", "della", "di", "come", "che"),
          "nl",
              Set.of("het", "een", "en", "voor", "met", "is", "niet", "van", "hoe", "wij", "zijn"),
          "pt",
              Set.of("os", "as", "e", "para", "com", "é", "uma", "do", "da", "como", "não", "em"));

  private static final Predicate<String> GERMAN_LETTERS = Pattern.compile("[äöüß]").asPredicate();

  private static final Map<String, String> BY_REGION =
      Map.ofEntries(
          Map.entry("dach", "de"),
          Map.entry("uk and ireland", "en"),
          Map.entry("north america", "en"));

  LanguageVotes {
    votes = Map.copyOf(votes);
  }

  static LanguageVotes of(String query, @Nullable String notes, @Nullable Term region) {
    var votes = new HashMap<String, Double>();
    vote(votes, guess(query), QUERY);
    vote(votes, notes == null ? null : guess(notes), NOTES);
    vote(votes, region == null ? null : BY_REGION.get(region.key()), REGION);
    return new LanguageVotes(votes);
  }

  private static void vote(Map<String, Double> votes, @Nullable String language, double weight) {
    if (language != null) votes.merge(language, weight, Double::sum);
  }

  /** The language with the most of its little words; null when two tie or there are none. */
  static @Nullable String guess(String text) {
    var words = TermSpotter.words(text);
    String best = null;
    long most = 0;
    boolean tie = false;
    for (var language : LITTLE_WORDS.entrySet()) {
      long count = words.stream().filter(language.getValue()::contains).count();
      if (language.getKey().equals("de")) count += words.stream().filter(GERMAN_LETTERS).count();
      if (count > most) {
        best = language.getKey();
        most = count;
        tie = false;
      } else if (count == most) {
        tie = true;
      }
    }
    return tie ? null : best;
  }

  /**
   * In [-1, 1]: 1 for the best language, 0 when nothing tells, below 0 for one that nobody uses.
   */
  double fit(String language) {
    if (votes.isEmpty() || language.equals("und")) return 0;
    double most = votes.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    var vote = votes.get(language);
    if (vote != null) return vote / most;
    return language.equals("en") ? ENGLISH_ANYWAY : -1;
  }

  List<String> bestFirst() {
    return votes.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }
}
