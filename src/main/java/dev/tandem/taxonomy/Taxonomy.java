package dev.tandem.taxonomy;

import java.util.List;
import java.util.Optional;

/** The company's vocabularies: shipped defaults, grown by what manifests, deals and people name. */
public interface Taxonomy {

  /** All terms of one vocabulary by label. */
  List<KnownTerm> terms(Dimension dimension);

  /** The term that goes by this name or one of its aliases; spelling is compared normalized. */
  Optional<Term> resolve(Dimension dimension, String name);

  /** Like {@link #resolve}, and adds a new term where there is none. Blank names are refused. */
  Term resolveOrAdd(Dimension dimension, String name);

  /** Lets a name stand for an existing term from now on. */
  void addAlias(Term term, String alias);

  /**
   * A term with its other names.
   *
   * @param builtIn shipped with Tandem rather than named by the company
   */
  record KnownTerm(Term term, List<String> aliases, boolean builtIn) {
    public KnownTerm {
      aliases = List.copyOf(aliases);
    }
  }
}
