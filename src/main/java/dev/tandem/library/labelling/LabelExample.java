package dev.tandem.library.labelling;

import dev.tandem.taxonomy.Term;
import java.util.Set;

/**
 * What people said about one asset in one vocabulary.
 *
 * @param asset its id; tells to which part of a cross-validation it belongs
 * @param yes labels that were confirmed, set or given
 * @param no labels that were refused
 * @param whole whether that is all: what is not named is then refused as well, otherwise unknown
 */
public record LabelExample(
    String asset, LabelEvidence evidence, Set<Term> yes, Set<Term> no, boolean whole) {
  public LabelExample {
    yes = Set.copyOf(yes);
    no = Set.copyOf(no);
  }

  boolean tells(Term term) {
    return whole || yes.contains(term) || no.contains(term);
  }
}
