package dev.tandem.library.labelling;

import dev.tandem.taxonomy.Term;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was learned of one vocabulary.
 *
 * @param terms of which it knows enough examples; it says nothing of others
 * @param examples by term, how many assets people labelled with it
 */
public record LabelModel(
    List<Term> terms,
    List<Integer> examples,
    LabelGate gate,
    LabelScale scale,
    LabelRegression regression,
    Calibration calibration) {
  /** Below this there is no label rather than a guess. */
  public static final double SURE_ENOUGH = 0.5;

  public LabelModel {
    terms = List.copyOf(terms);
    examples = List.copyOf(examples);
  }

  /** The chance of each term it knows, in [0, 1]. */
  public Map<Term, Double> chances(LabelEvidence evidence) {
    var meaning = scale.centred(evidence.meaning());
    var chances = new LinkedHashMap<Term, Double>();
    for (int t = 0; t < terms.size(); t++) {
      var features = scale.features(evidence, terms.get(t), t);
      chances.put(terms.get(t), calibration.chance(regression.logit(t, features, meaning)));
    }
    return chances;
  }

  /** How much a meaning speaks for the term; for comparing passages, without a unit. */
  double speaksFor(Term term, float[] meaning) {
    return LabelRegression.along(
        regression.directions()[terms.indexOf(term)], scale.centred(meaning));
  }

  int examplesOf(Term term) {
    int place = terms.indexOf(term);
    return place < 0 ? 0 : examples.get(place);
  }
}
