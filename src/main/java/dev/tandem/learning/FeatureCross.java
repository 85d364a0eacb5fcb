package dev.tandem.learning;

import static dev.tandem.learning.RankingFeature.COMPETITOR_MATCH;
import static dev.tandem.learning.RankingFeature.FRESHNESS;
import static dev.tandem.learning.RankingFeature.INDUSTRY_MATCH;
import static dev.tandem.learning.RankingFeature.MEANING_MATCH;
import static dev.tandem.learning.RankingFeature.NOTES_MEANING;
import static dev.tandem.learning.RankingFeature.OVERALL_USE;
import static dev.tandem.learning.RankingFeature.PERSONA_MATCH;
import static dev.tandem.learning.RankingFeature.PRODUCT_MATCH;
import static dev.tandem.learning.RankingFeature.STAGE_FIT;
import static dev.tandem.learning.RankingFeature.TEXT_MATCH;
import static dev.tandem.learning.RankingFeature.TYPE_FITS_STAGE;

import java.util.ArrayList;
import java.util.List;

/**
 * Two features at once, as their product: the right industry may count for more at the right stage.
 */
public record FeatureCross(RankingFeature first, RankingFeature second) {
  private static final List<RankingFeature> CROSSED =
      List.of(
          TEXT_MATCH,
          MEANING_MATCH,
          NOTES_MEANING,
          STAGE_FIT,
          TYPE_FITS_STAGE,
          PERSONA_MATCH,
          INDUSTRY_MATCH,
          PRODUCT_MATCH,
          COMPETITOR_MATCH,
          FRESHNESS,
          OVERALL_USE);

  /** Every pair of the features that say how an asset fits a deal, or how good it is. */
  public static final List<FeatureCross> ALL = pairs();

  private static List<FeatureCross> pairs() {
    var pairs = new ArrayList<FeatureCross>();
    for (int i = 0; i < CROSSED.size(); i++)
      for (int j = i + 1; j < CROSSED.size(); j++)
        pairs.add(new FeatureCross(CROSSED.get(i), CROSSED.get(j)));
    return List.copyOf(pairs);
  }

  /** The name in models, such as {@code stage_fit*industry_match}. */
  public String id() {
    return first.id() + '*' + second.id();
  }

  public double value(FeatureVector features) {
    return features.value(first.ordinal()) * features.value(second.ordinal());
  }
}
