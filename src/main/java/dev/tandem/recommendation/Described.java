package dev.tandem.recommendation;

import dev.tandem.learning.FeatureVector;

/** A candidate with what it is ranked by. */
record Described(Candidate candidate, FeatureVector features) {
  AssetTraits traits() {
    return candidate.traits();
  }
}
