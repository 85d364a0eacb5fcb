package dev.tandem.recommendation;

import dev.tandem.learning.Example;
import dev.tandem.learning.FeatureVector;

/** A candidate with what it is ranked by. */
record Described(Candidate candidate, Example example) {
  FeatureVector features() {
    return example.features();
  }

  AssetTraits traits() {
    return candidate.traits();
  }
}
