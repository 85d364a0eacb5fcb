package dev.tandem.library.labelling;

import dev.tandem.taxonomy.Term;
import java.util.List;

/**
 * What evidence is measured against, so that only what sets an asset apart counts.
 *
 * @param centre mean meaning of the examples
 * @param nearness mean by term
 * @param spread standard deviation of nearness over assets and terms, more than 0
 */
record LabelScale(float[] centre, double[] nearness, double spread) {

  static LabelScale of(List<LabelExample> examples, List<Term> terms) {
    int n = examples.size();
    var centre = new float[examples.getFirst().evidence().meaning().length];
    var means = new double[terms.size()];
    for (var example : examples) {
      var meaning = example.evidence().meaning();
      for (int d = 0; d < centre.length; d++) centre[d] += meaning[d] / n;
      for (int t = 0; t < means.length; t++)
        means[t] += example.evidence().nearness().getOrDefault(terms.get(t), 0.0) / n;
    }
    double squares = 0;
    for (var example : examples)
      for (int t = 0; t < means.length; t++)
        squares +=
            Math.pow(example.evidence().nearness().getOrDefault(terms.get(t), 0.0) - means[t], 2);
    double spread = Math.sqrt(squares / (n * Math.max(1.0, terms.size())));
    return new LabelScale(centre, means, spread > 0 ? spread : 1);
  }

  double[] features(LabelEvidence evidence, Term term, int place) {
    double cue = evidence.cues().getOrDefault(term, 0.0);
    double near = evidence.nearness().getOrDefault(term, nearness[place]) - nearness[place];
    return new double[] {cue > 0 ? 1 : 0, cue, near / spread};
  }

  float[] centred(float[] meaning) {
    var moved = new float[meaning.length];
    for (int d = 0; d < moved.length; d++) moved[d] = meaning[d] - centre[d];
    return LabelEvidence.scaled(moved);
  }
}
