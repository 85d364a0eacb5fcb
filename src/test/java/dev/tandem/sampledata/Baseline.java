package dev.tandem.sampledata;

import dev.tandem.taxonomy.StagePrior;
import dev.tandem.taxonomy.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The ranking that was in use while the log was written: label matches and words, plain and
 * imperfect, with a little random exploration whose probability it logs.
 */
final class Baseline {
  static final String MODEL = "baseline-2025-11";

  /** Chance at each position that an item is drawn from the next ones instead of the best. */
  static final double EXPLORATION = 0.1;

  private static final int EXPLORED = 20;

  private final List<AssetSource> assets;
  private final Map<String, Set<String>> words = new HashMap<>();
  private final Map<String, Double> blur = new HashMap<>();

  record Scored(AssetSource asset, double score) {}

  record Item(AssetSource asset, int position, double score, double selectionProbability) {}

  Baseline(Chance chance, Catalogue catalogue) {
    this.assets = catalogue.assets();
    for (var asset : assets) {
      var text =
          String.join(
              " ",
              asset.id(),
              asset.title(),
              asset.description(),
              String.join(" ", asset.tags()),
              asset.type().label());
      words.put(asset.id(), new HashSet<>(List.of(Term.normalize(text).split(" "))));
      blur.put(asset.id(), 0.06 * chance.normal());
    }
  }

  List<Scored> forDeal(Deal deal, LocalDate day) {
    var stage = deal.at(day).journey();
    var ranked = new ArrayList<Scored>();
    for (var asset : assets) {
      if (!asset.availableOn(day)) continue;
      double score = 0.3 + blur.getOrDefault(asset.id(), 0.0);
      score += Collections.disjoint(asset.products(), deal.products()) ? 0 : 0.25;
      score += asset.industries().contains(deal.industry()) ? 0.15 : 0;
      score += 0.2 * StagePrior.of(asset.type(), stage);
      if (asset.german() && !deal.german()) score -= 0.3;
      ranked.add(new Scored(asset, score));
    }
    ranked.sort(Comparator.comparingDouble(Scored::score).reversed());
    return ranked;
  }

  /** What shares words with the query; nothing when no word is known. */
  List<Scored> forQuery(String query, LocalDate day) {
    var asked = Term.normalize(query).split(" ");
    var ranked = new ArrayList<Scored>();
    for (var asset : assets) {
      if (!asset.availableOn(day)) continue;
      double score = 0;
      for (var word : asked) if (knows(asset, word)) score += 1.0 / asked.length;
      if (score > 0) ranked.add(new Scored(asset, score + blur.getOrDefault(asset.id(), 0.0)));
    }
    ranked.sort(Comparator.comparingDouble(Scored::score).reversed());
    return ranked;
  }

  private boolean knows(AssetSource asset, String word) {
    var known = words.getOrDefault(asset.id(), Set.of());
    return known.contains(word) || known.contains(word + "s");
  }

  List<Item> slate(Chance chance, List<Scored> ranked, int slots) {
    var left = new ArrayList<>(ranked);
    var items = new ArrayList<Item>();
    while (items.size() < slots && !left.isEmpty()) {
      int among = Math.min(EXPLORED, left.size());
      int drawn = chance.of(EXPLORATION) ? chance.between(0, among - 1) : 0;
      double probability = EXPLORATION / among + (drawn == 0 ? 1 - EXPLORATION : 0);
      var scored = left.remove(drawn);
      items.add(new Item(scored.asset(), items.size() + 1, scored.score(), probability));
    }
    return items;
  }
}
