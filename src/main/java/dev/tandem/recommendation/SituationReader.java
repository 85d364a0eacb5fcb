package dev.tandem.recommendation;

import dev.tandem.search.QueryReader;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.Taxonomy;
import dev.tandem.taxonomy.Term;
import java.time.Clock;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads what a request asks for: the deal's terms, and those that its words name. */
@Component
class SituationReader {
  /** Names of personas and regions are everyday words, so notes are not searched for them. */
  private static final Set<Dimension> TOLD_BY_NOTES =
      EnumSet.of(Dimension.COMPETITOR, Dimension.PRODUCT, Dimension.INDUSTRY);

  private final Taxonomy taxonomy;
  private final TermSpotter spotter;
  private final QueryReader queries;
  private final LibrarySnapshot library;
  private final Clock clock;

  SituationReader(
      Taxonomy taxonomy,
      TermSpotter spotter,
      QueryReader queries,
      LibrarySnapshot library,
      Clock clock) {
    this.taxonomy = taxonomy;
    this.spotter = spotter;
    this.queries = queries;
    this.library = library;
    this.clock = clock;
  }

  Situation read(RecommendationRequest request) {
    var deal = request.deal();
    var known = library.published(); // first, so that its labels have numbers
    var wanted = new EnumMap<Dimension, BitSet>(Dimension.class);
    for (var dimension : Dimension.values()) {
      var terms = Situation.terms(deal, dimension).stream().map(this::canonical).toList();
      if (!terms.isEmpty() && !known.isEmpty())
        wanted.put(dimension, library.numbers().matching(dimension, terms));
    }
    var named = new LinkedHashSet<Term>();
    var types = EnumSet.noneOf(ContentType.class);
    var reading = queries.read(request.query(), request.audiences());
    var words = reading.text();
    if (!words.isEmpty()) {
      named.addAll(spotter.terms(words, EnumSet.allOf(Dimension.class)));
      types.addAll(TermSpotter.types(words));
    }
    if (deal.notes() != null) named.addAll(spotter.terms(deal.notes(), TOLD_BY_NOTES));
    for (var dimension : Dimension.values())
      Situation.terms(deal, dimension).forEach(term -> named.remove(canonical(term)));
    return new Situation(
        request,
        reading,
        wanted,
        List.copyOf(named),
        numbers(named),
        types,
        LanguageVotes.of(words, deal.notes(), deal.region()),
        TermSpotter.words(words).size(),
        LocalDate.now(clock));
  }

  private Map<Dimension, BitSet> numbers(Set<Term> terms) {
    var numbers = new EnumMap<Dimension, BitSet>(Dimension.class);
    for (var term : terms)
      numbers
          .computeIfAbsent(term.dimension(), none -> new BitSet())
          .or(library.numbers().matching(term.dimension(), List.of(term)));
    return numbers;
  }

  private Term canonical(Term term) {
    return taxonomy.resolve(term.dimension(), term.label()).orElse(term);
  }
}
