package dev.tandem.library.labelling;

import dev.tandem.taxonomy.Term;
import java.util.List;

/**
 * Examples as numbers: a row an asset, a column a term.
 *
 * @param features by asset and term: said by a cue (0 or 1), how surely, nearness as a standard
 *     score
 * @param meaning by asset; centred, of length 1
 * @param truth by asset and term: 1 yes, 0 no, -1 unknown
 */
record LabelCells(double[][][] features, float[][] meaning, byte[][] truth) {
  static final int FEATURES = 3;

  /** Those of the features that come from cues. */
  static final int OF_CUES = 2;

  static LabelCells of(List<LabelExample> examples, List<Term> terms, LabelScale scale) {
    int n = examples.size();
    var features = new double[n][terms.size()][];
    var meaning = new float[n][];
    var truth = new byte[n][terms.size()];
    for (int i = 0; i < n; i++) {
      var example = examples.get(i);
      meaning[i] = scale.centred(example.evidence().meaning());
      for (int t = 0; t < terms.size(); t++) {
        var term = terms.get(t);
        features[i][t] = scale.features(example.evidence(), term, t);
        truth[i][t] = (byte) (!example.tells(term) ? -1 : example.yes().contains(term) ? 1 : 0);
      }
    }
    return new LabelCells(features, meaning, truth);
  }

  int assets() {
    return truth.length;
  }

  int terms() {
    return truth.length == 0 ? 0 : truth[0].length;
  }

  int dimensions() {
    return meaning.length == 0 ? 0 : meaning[0].length;
  }
}
