package dev.tandem.recommendation;

import dev.tandem.learning.Example;
import dev.tandem.learning.LearnedEffect;
import dev.tandem.learning.RankingFeature;
import dev.tandem.learning.RankingModel;
import dev.tandem.library.Asset;
import dev.tandem.recommendation.Slate.Reason;
import dev.tandem.search.AssetHits.Passage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
  private static final Map<String, String> PART_OF =
      Map.of(
          RankingFeature.TEXT_MATCH_LONG_QUERY.id(), RankingFeature.TEXT_MATCH.id(),
          RankingFeature.MEANING_MATCH.id(), RankingFeature.TEXT_MATCH.id(),
          RankingFeature.MEANING_MATCH_LONG_QUERY.id(), RankingFeature.TEXT_MATCH.id(),
          RankingFeature.NOTES_MEANING.id(), RankingFeature.NOTES_MATCH.id(),
          RankingFeature.CONTEXT_MEANING.id(), RankingFeature.CONTEXT_MATCH.id(),
          RankingFeature.STAGE_FIT_WITHOUT_QUERY.id(), RankingFeature.STAGE_FIT.id(),
          RankingFeature.TYPE_FITS_STAGE_WITHOUT_QUERY.id(), RankingFeature.TYPE_FITS_STAGE.id());

  /** Causes that quote the same counts: one of them says it. */
  private static final Set<String> HOW_OFTEN_USED =
      Set.of(RankingFeature.OVERALL_USE.id(), LearnedEffect.ASSET.id());

  private final RankingModel model;
  private final Situation situation;
  private final Map<String, Double> average;

  private Reasons(RankingModel model, Situation situation, Map<String, Double> average) {
    this.model = model;
    this.situation = situation;
    this.average = average;
  }

  /**
   * @param library a spread of all assets, described for the same situation
   */
  static Reasons against(RankingModel model, Situation situation, List<Described> library) {
    var average = new HashMap<String, Double>();
    for (var asset : library)
      contributions(model, asset.example())
          .forEach((feature, value) -> average.merge(feature, value / library.size(), Double::sum));
    return new Reasons(model, situation, average);
  }

  List<Reason> of(Ranked ranked, Asset asset, List<Passage> passages, PastUse past) {
    var words = new ReasonWords(situation, ranked.candidate(), asset, passages, past);
    var all = contributions(model, ranked.example());
    var reasons = new ArrayList<Reason>();
    for (var cause : decisive(all, true)) add(cause, words, reasons);
    // nothing sets it apart from the others: what speaks for it at all
    if (reasons.isEmpty()) for (var cause : decisive(all, false)) add(cause, words, reasons);
    return reasons;
  }

  private static void add(String cause, ReasonWords words, List<Reason> reasons) {
    if (reasons.size() == MOST) return;
    if (HOW_OFTEN_USED.contains(cause)
        && reasons.stream().anyMatch(said -> HOW_OFTEN_USED.contains(said.code()))) return;
    Optional<String> text = words.of(cause);
    text.ifPresent(said -> reasons.add(new Reason(cause, said)));
  }

  private List<String> decisive(Map<String, Double> contributions, boolean beyondAverage) {
    var weights = new HashMap<String, Double>();
    contributions.forEach(
        (feature, value) -> {
          double usual = beyondAverage ? average.getOrDefault(feature, 0.0) : 0;
          if (value > 0 && value - usual > TELLING) weights.put(feature, value - usual);
        });
    return weights.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Map<String, Double> contributions(RankingModel model, Example candidate) {
    var grouped = new HashMap<String, Double>();
    model
        .contributions(candidate)
        .forEach(
            (name, value) -> grouped.merge(PART_OF.getOrDefault(name, name), value, Double::sum));
    return grouped;
  }
}
