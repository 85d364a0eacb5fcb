package dev.tandem.recommendation;

import dev.tandem.learning.FeatureVector;
import dev.tandem.learning.RankingFeature;
import dev.tandem.learning.RankingModel;
import dev.tandem.library.Asset;
import dev.tandem.recommendation.Slate.Reason;
import dev.tandem.search.AssetHits.Passage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says why an asset is on the slate: the features that lifted it above the average asset of the
 * library, in the model's own numbers, most first. A feature that is not there, or that all assets
 * have alike, is never a reason.
 */
final class Reasons {
  private static final int MOST = 3;

  /** What a reason must have added to the score beyond the average asset's. */
  private static final double TELLING = 0.05;

  /** Features that are two sides of one reason. */
  private static final Map<RankingFeature, RankingFeature> PART_OF =
      Map.of(
          RankingFeature.TEXT_MATCH_LONG_QUERY, RankingFeature.TEXT_MATCH,
          RankingFeature.MEANING_MATCH, RankingFeature.TEXT_MATCH,
          RankingFeature.MEANING_MATCH_LONG_QUERY, RankingFeature.TEXT_MATCH,
          RankingFeature.NOTES_MEANING, RankingFeature.NOTES_MATCH,
          RankingFeature.CONTEXT_MEANING, RankingFeature.CONTEXT_MATCH,
          RankingFeature.STAGE_FIT_WITHOUT_QUERY, RankingFeature.STAGE_FIT,
          RankingFeature.TYPE_FITS_STAGE_WITHOUT_QUERY, RankingFeature.TYPE_FITS_STAGE);

  private final RankingModel model;
  private final Situation situation;
  private final Map<RankingFeature, Double> average;

  private Reasons(RankingModel model, Situation situation, Map<RankingFeature, Double> average) {
    this.model = model;
    this.situation = situation;
    this.average = average;
  }

  /**
   * @param library a spread of all assets, described for the same situation
   */
  static Reasons against(RankingModel model, Situation situation, List<Described> library) {
    var average = new EnumMap<RankingFeature, Double>(RankingFeature.class);
    for (var asset : library)
      contributions(model, asset.features())
          .forEach((feature, value) -> average.merge(feature, value / library.size(), Double::sum));
    return new Reasons(model, situation, average);
  }

  List<Reason> of(Ranked ranked, Asset asset, List<Passage> passages, PastUse past) {
    var words = new ReasonWords(situation, ranked.candidate(), asset, passages, past);
    var all = contributions(model, ranked.features());
    var reasons = new ArrayList<Reason>();
    for (var cause : decisive(all, true)) add(cause, words, reasons);
    // nothing sets it apart from the others: what speaks for it at all
    if (reasons.isEmpty()) for (var cause : decisive(all, false)) add(cause, words, reasons);
    return reasons;
  }

  private static void add(RankingFeature cause, ReasonWords words, List<Reason> reasons) {
    if (reasons.size() == MOST) return;
    Optional<String> text = words.of(cause);
    text.ifPresent(said -> reasons.add(new Reason(cause.id(), said)));
  }

  private List<RankingFeature> decisive(
      Map<RankingFeature, Double> contributions, boolean beyondAverage) {
    var weights = new EnumMap<RankingFeature, Double>(RankingFeature.class);
    contributions.forEach(
        (feature, value) -> {
          double usual = beyondAverage ? average.getOrDefault(feature, 0.0) : 0;
          if (value > 0 && value - usual > TELLING) weights.put(feature, value - usual);
        });
    return weights.entrySet().stream()
        .sorted(Map.Entry.<RankingFeature, Double>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Map<RankingFeature, Double> contributions(
      RankingModel model, FeatureVector features) {
    var grouped = new EnumMap<RankingFeature, Double>(RankingFeature.class);
    model
        .contributions(features)
        .forEach(
            (name, value) ->
                RankingFeature.named(name)
                    .ifPresent(
                        feature ->
                            grouped.merge(
                                PART_OF.getOrDefault(feature, feature), value, Double::sum)));
    return grouped;
  }
}
