package dev.tandem.deals;

import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.Taxonomy;
import dev.tandem.taxonomy.Term;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A vocabulary that starts empty. */
final class VocabularyInMemory implements Taxonomy {
  final Map<Term, Term> known = new HashMap<>();

  @Override
  public List<KnownTerm> terms(Dimension dimension) {
    return known.values().stream()
        .filter(term -> term.dimension() == dimension)
        .map(term -> new KnownTerm(term, List.of(), false))
        .toList();
  }

  @Override
  public Optional<Term> resolve(Dimension dimension, String name) {
    return Optional.ofNullable(known.get(new Term(dimension, name)));
  }

  @Override
  public Term resolveOrAdd(Dimension dimension, String name) {
    return known.computeIfAbsent(new Term(dimension, name), term -> term);
  }

  @Override
  public void addAlias(Term term, String alias) {
    known.put(new Term(term.dimension(), alias), term);
  }
}
