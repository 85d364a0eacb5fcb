package dev.tandem.sampledata;

import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.StagePrior;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an asset is truly worth to a deal at a stage, on the scale of log-odds; hidden from the log.
 * Fit of stage, industry, product, committee, rival, region and language, age, and a quality of the
 * asset that a few have plenty of and most have not.
 */
final class Utility {
  private static final double HEAVY_TAIL = 3.0;

  private final Map<String, Double> quality = new HashMap<>();

  Utility(Chance chance, Catalogue catalogue) {
    for (var asset : catalogue.assets()) {
      double pareto = StrictMath.pow(1 - chance.uniform(), -1 / HEAVY_TAIL);
      quality.put(asset.id(), StrictMath.log(pareto) * 2.4 - 0.8 + 0.35 * chance.normal());
    }
  }

  double quality(AssetSource asset) {
    return quality.getOrDefault(asset.id(), 0.0);
  }

  double of(AssetSource asset, Deal deal, LocalDate day) {
    var stage = deal.at(day).journey();
    double fit = quality(asset);
    fit += stageFit(asset, stage);
    fit +=
        asset.industries().contains(deal.industry())
            ? 0.9
            : asset.industries().size() > 4 ? 0.3 : -0.5;
    fit += shared(asset.products(), deal.products()) ? 1.0 : -1.2;
    fit += shared(asset.personas(), deal.personas()) ? 0.5 : -0.2;
    if (!deal.competitors().isEmpty() && shared(asset.competitors(), deal.competitors()))
      fit += 0.8;
    else if (!asset.competitors().isEmpty() && aboutRivals(asset)) fit -= 1.0;
    fit += asset.regions().contains(deal.region()) ? 0.2 : -0.3;
    if (asset.german()) fit += deal.german() ? 0.6 : -2.5;
    double years =
        asset.publishedOn().map(on -> ChronoUnit.DAYS.between(on, day) / 365.0).orElse(0.0);
    return fit - 0.25 * years;
  }

  private static double stageFit(AssetSource asset, JourneyStage stage) {
    if (asset.stages().getFirst() == stage) return 1.2;
    if (asset.stages().contains(stage)) return 0.7;
    return -1.3 + StagePrior.of(asset.type(), stage);
  }

  private static boolean aboutRivals(AssetSource asset) {
    return switch (asset.type()) {
      case BATTLECARD, COMPARISON -> true;
      default -> false;
    };
  }

  private static boolean shared(List<String> left, List<String> right) {
    return !Collections.disjoint(left, right);
  }

  /** Why a rep would dismiss it: what fits least. */
  static String complaint(AssetSource asset, Deal deal, LocalDate day, Chance chance) {
    if (asset.german() && !deal.german()) return "wrong language";
    if (asset.reviewBy().filter(on -> on.isBefore(day)).isPresent() && chance.of(0.6))
      return "out of date";
    if (!asset.industries().contains(deal.industry()) && chance.of(0.6)) return "wrong industry";
    if (!asset.stages().contains(deal.at(day).journey()) && chance.of(0.6)) return "wrong stage";
    return chance.pick(List.of("too technical", "too generic", "already sent", "too long"));
  }
}
