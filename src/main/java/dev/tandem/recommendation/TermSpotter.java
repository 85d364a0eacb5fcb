package dev.tandem.recommendation;

import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.Taxonomy;
import dev.tandem.taxonomy.Term;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds the terms and content types that a text names, longest names first. */
@Component
class TermSpotter {
  private static final int LONGEST_NAME = 5;
  private static final int MOST_WORDS = 600;
  private static final Duration KEPT = Duration.ofSeconds(10);

  private final Taxonomy taxonomy;
  private final Clock clock;
  private volatile Names names = new Names(Instant.EPOCH, Map.of());

  TermSpotter(Taxonomy taxonomy, Clock clock) {
    this.taxonomy = taxonomy;
    this.clock = clock;
  }

  /** The terms of these dimensions that the text names, in its order. */
  Set<Term> terms(String text, Set<Dimension> dimensions) {
    var found = new LinkedHashSet<Term>();
    var known = names().terms;
    var words = words(text);
    for (int at = 0; at < words.size(); ) {
      int read = 1;
      for (int length = Math.min(LONGEST_NAME, words.size() - at); length >= 1; length--) {
        var terms = known.get(String.join(" ", words.subList(at, at + length)));
        if (terms == null) continue;
        terms.stream().filter(term -> dimensions.contains(term.dimension())).forEach(found::add);
        read = length;
        break;
      }
      at += read;
    }
    return found;
  }

  /** The content types that the text names. */
  static Set<ContentType> types(String text) {
    var found = EnumSet.noneOf(ContentType.class);
    var words = words(text);
    for (int at = 0; at < words.size(); ) {
      int read = 1;
      for (int length = Math.min(3, words.size() - at); length >= 1; length--) {
        var type = ContentType.parse(String.join(" ", words.subList(at, at + length)));
        if (type.isEmpty()) continue;
        if (type.get() != ContentType.OTHER) found.add(type.get());
        read = length;
        break;
      }
      at += read;
    }
    return found;
  }

  static List<String> words(String text) {
    var normalized = Term.normalize(text);
    if (normalized.isEmpty()) return List.of();
    var words = List.of(normalized.split(" "));
    return words.size() <= MOST_WORDS ? words : words.subList(0, MOST_WORDS);
  }

  private Names names() {
    var present = names;
    var now = clock.instant();
    if (Duration.between(present.at, now).compareTo(KEPT) < 0) return present;
    var terms = new HashMap<String, List<Term>>();
    for (var dimension : Dimension.values())
      for (var known : taxonomy.terms(dimension)) {
        remember(terms, known.term().label(), known.term());
        known.aliases().forEach(alias -> remember(terms, alias, known.term()));
      }
    return names = new Names(now, terms);
  }

  private static void remember(Map<String, List<Term>> terms, String name, Term term) {
    terms.computeIfAbsent(Term.normalize(name), none -> new ArrayList<>()).add(term);
  }

  private record Names(Instant at, Map<String, List<Term>> terms) {}
}
