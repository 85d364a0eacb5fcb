package dev.tandem.recommendation.evaluation;

import static dev.tandem.learning.RankingFeature.*;

import dev.tandem.learning.RankingFeature;
import java.util.Set;

/** Weights that belong together, so that people can turn few knobs instead of thirty. */
public enum WeightGroup {
  WORDS("Words"),
  MEANING("Meaning"),
  NOTES("Notes and deal context"),
  STAGE("Buyer's stage"),
  COMPANY("Industry, persona, region"),
  OFFER("Product and competitor"),
  AGE("Freshness"),
  USE("Past use and ratings");

  private final String label;

  WeightGroup(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  public Set<RankingFeature> features() {
    return switch (this) {
      case WORDS -> Set.of(TEXT_MATCH, TEXT_MATCH_LONG_QUERY, TYPE_ASKED, TERM_ASKED);
      case MEANING -> Set.of(MEANING_MATCH, MEANING_MATCH_LONG_QUERY);
      case NOTES -> Set.of(NOTES_MATCH, NOTES_MEANING, CONTEXT_MATCH, CONTEXT_MEANING);
      case STAGE ->
          Set.of(
              STAGE_FIT, STAGE_FIT_WITHOUT_QUERY, TYPE_FITS_STAGE, TYPE_FITS_STAGE_WITHOUT_QUERY);
      case COMPANY ->
          Set.of(
              PERSONA_MATCH,
              INDUSTRY_MATCH,
              INDUSTRY_MISMATCH,
              REGION_MATCH,
              REGION_MISMATCH,
              LANGUAGE_FIT);
      case OFFER -> Set.of(PRODUCT_MATCH, PRODUCT_MISMATCH, COMPETITOR_MATCH, COMPETITOR_MISMATCH);
      case AGE -> Set.of(FRESHNESS, REVIEW_OVERDUE);
      case USE -> Set.of(SIMILAR_USE, OVERALL_USE, RATED_HELPFUL);
    };
  }
}
