package dev.tandem.recommendation;

import dev.tandem.learning.FeatureVector;

/** A candidate with the score the ranking model gave it; higher is better. */
record Ranked(Candidate candidate, FeatureVector features, double score) {
  AssetTraits traits() {
    return candidate.traits();
  }
}
