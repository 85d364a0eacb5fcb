package dev.tandem.learning;

import java.util.Map;

/** Scores candidates; safe for use by many threads. */
public interface RankingModel {

  /** Names the model in the log, such as {@code prior-1}. */
  String version();

  /** How slates name it: also by what it ranks otherwise than under its plain version. */
  default String loggedAs() {
    return version();
  }

  FeatureSchema schema();

  /** Higher is better; comparable between candidates of one request. */
  double score(Example candidate);

  /**
   * What each cause adds to the score; the values sum to it up to a constant. Causes are the names
   * of {@link RankingFeature}s and of {@link LearnedEffect}s.
   */
  Map<String, Double> contributions(Example candidate);

  /**
   * The part of {@link #contributions} that was learned from what people did; what is left is the
   * experts'. Nothing for a model that did not learn.
   */
  default Map<String, Double> learned(Example candidate) {
    return Map.of();
  }

  /** Whether {@link Example#kin} matters to it; if not, nobody need look it up. */
  default boolean asksForKin() {
    return false;
  }

  /**
   * How unsure the score is beside that of other candidates: a standard deviation in the score's
   * unit, at least 0; 0 where a model keeps no account of it.
   */
  default double deviation(Example candidate) {
    return 0;
  }
}
