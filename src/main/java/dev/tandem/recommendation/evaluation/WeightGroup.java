package dev.tandem.recommendation.evaluation;

import static dev.tandem.learning.RankingFeature.*;

import dev.tandem.learning.RankingFeature;
import java.util.Set;

/** Weights that belong together, so that people can turn few knobs instead of thirty. */
public enum WeightGroup {
  WORDS("Words", TEXT_MATCH, TEXT_MATCH_LONG_QUERY, TYPE_ASKED, TERM_ASKED),
  MEANING("Meaning", MEANING_MATCH, MEANING_MATCH_LONG_QUERY),
  NOTES("Notes and deal context", NOTES_MATCH, NOTES_MEANING, CONTEXT_MATCH, CONTEXT_MEANING),
  STAGE(
      "Buyer's stage",
      STAGE_FIT,
      STAGE_FIT_WITHOUT_QUERY,
      TYPE_FITS_STAGE,
      TYPE_FITS_STAGE_WITHOUT_QUERY),
  COMPANY(
      "Industry, persona, region",
      PERSONA_MATCH,
      INDUSTRY_MATCH,
      INDUSTRY_MISMATCH,
      REGION_MATCH,
      REGION_MISMATCH,
      LANGUAGE_FIT),
  OFFER(
      "Product and competitor",
      PRODUCT_MATCH,
      PRODUCT_MISMATCH,
      COMPETITOR_MATCH,
      COMPETITOR_MISMATCH),
  AGE("Freshness", FRESHNESS, REVIEW_OVERDUE),
  USE("Past use and ratings", SIMILAR_USE, OVERALL_USE, RATED_HELPFUL);

  private final String label;
  private final Set<RankingFeature> features;

  WeightGroup(String label, RankingFeature... features) {
    this.label = label;
    this.features = Set.of(features);
  }

  public String label() {
    return label;
  }

  public Set<RankingFeature> features() {
    return features;
  }
}
