package dev.tandem.recommendation.evaluation;

import java.util.Locale;

/** Who can answer a situation: a model behind the recommender, or search alone. */
public enum Ranker {
  PRIOR("expert weights"),
  LEARNED("learned model"),
  TEXT("search by words"),
  DENSE("search by meaning"),
  HYBRID("search by words and meaning");

  private final String label;

  Ranker(String label) {
    this.label = label;
  }

  /** For people. */
  public String label() {
    return label;
  }

  /** On the command line and in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
