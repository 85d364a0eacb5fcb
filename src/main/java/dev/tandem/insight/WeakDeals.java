package dev.tandem.insight;

import dev.tandem.deals.Opportunity;
import dev.tandem.insight.GapTables.Candidate;
import dev.tandem.insight.GapsReport.Gap;
import dev.tandem.insight.GapsReport.Kind;
import dev.tandem.shared.ui.Formats;
import dev.tandem.taxonomy.JourneyStage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Open deals for which even the best candidate scored low, compared with other deals. */
final class WeakDeals {
  /** Scores of fewer deals under one model say nothing about what is low. */
  private static final int FEWEST_DEALS = 20;

  private static final double LOWEST = 0.1;

  private WeakDeals() {}

  /** A gap for each stage and industry with such deals. */
  static List<Gap> of(List<Candidate> newest, Map<JourneyStage, List<Opportunity>> open) {
    var scores = new HashMap<String, List<Double>>();
    for (var one : newest)
      scores.computeIfAbsent(one.model(), model -> new ArrayList<>()).add(one.best());
    scores.values().removeIf(all -> all.size() < FEWEST_DEALS);
    scores.values().forEach(all -> all.sort(null));
    var weak = new HashMap<String, Candidate>();
    for (var one : newest) {
      var all = scores.get(one.model());
      if (all == null || one.used()) continue;
      if (one.best() < all.get((int) (LOWEST * all.size()))) weak.put(one.deal(), one);
    }
    var gaps = new ArrayList<Gap>();
    open.forEach(
        (stage, deals) -> {
          var byIndustry = new TreeMap<String, List<Opportunity>>();
          for (var deal : deals)
            if (weak.containsKey(deal.id().value()))
              byIndustry.computeIfAbsent(industry(deal), key -> new ArrayList<>()).add(deal);
          byIndustry.forEach(
              (industry, some) -> gaps.add(gap(stage, industry, some, weak, scores)));
        });
    return gaps;
  }

  private static Gap gap(
      JourneyStage stage,
      String industry,
      List<Opportunity> deals,
      Map<String, Candidate> weak,
      Map<String, List<Double>> scores) {
    var candidates =
        deals.stream()
            .map(deal -> java.util.Objects.requireNonNull(weak.get(deal.id().value())))
            .toList();
    var model = candidates.getFirst().model();
    var all = java.util.Objects.requireNonNull(scores.get(model));
    double best = candidates.stream().mapToDouble(Candidate::best).max().orElse(0);
    var evidence =
        List.of(
            "the best candidate scored at most "
                + score(best)
                + "; the middle of "
                + Formats.count(all.size(), "deal", "deals")
                + " is "
                + score(all.get(all.size() / 2)),
            "nothing was used from the newest list of "
                + Formats.count(deals.size(), "this deal", "these deals"));
    var title = stage.label() + " · " + industry;
    return new Gap(
        Kind.WEAK_DEALS,
        title,
        evidence,
        deals.stream().map(Opportunity::id).toList(),
        GapMoney.of(deals),
        List.of(),
        "Content for deals at the stage "
            + stage.label().toLowerCase(Locale.ROOT)
            + (deals.getFirst().industry() == null ? "" : " in " + industry)
            + ": what we have fits them badly.",
        deals.getFirst().industry() == null ? "" : industry);
  }

  private static String industry(Opportunity deal) {
    return deal.industry() == null ? "no industry named" : deal.industry().label();
  }

  private static String score(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
