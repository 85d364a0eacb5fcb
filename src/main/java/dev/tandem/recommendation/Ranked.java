package dev.tandem.recommendation;

import dev.tandem.learning.Example;
import dev.tandem.learning.FeatureVector;

/** A candidate with the score the ranking model gave it; higher is better. */
record Ranked(Candidate candidate, Example example, double score) {
  FeatureVector features() {
    return example.features();
  }

  AssetTraits traits() {
    return candidate.traits();
  }
}
