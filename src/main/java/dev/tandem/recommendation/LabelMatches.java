package dev.tandem.recommendation;

import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Finds candidates by labels alone, in one pass over the library: the best fits, the best of every
 * type that has its place at the stage (so that a deal near its decision always sees proof), and
 * the newest. The fit only decides what is looked at more closely; the ranking model orders.
 */
final class LabelMatches {
  private static final int BEST = 60, BEST_OF_TYPE = 6, NEWEST = 10;

  private record Fit(AssetTraits asset, double value) {}

  Set<AssetTraits> best(Situation situation, List<AssetTraits> published) {
    var best = new Best(BEST);
    var newest = new Best(NEWEST);
    Map<ContentType, Best> ofType = new EnumMap<>(ContentType.class);
    var stage = situation.stage();
    for (var asset : published) {
      if (!CandidateSources.may(situation, asset)) continue;
      double age = age(situation, asset);
      double fit = fit(situation, asset) - Math.min(age, 4) * 0.1;
      best.offer(asset, fit);
      newest.offer(asset, -age);
      if (stage == null || asset.typeFit(stage) > 0)
        ofType.computeIfAbsent(asset.type(), none -> new Best(BEST_OF_TYPE)).offer(asset, fit);
    }
    var found = new LinkedHashSet<AssetTraits>();
    best.addTo(found);
    newest.addTo(found);
    ofType.values().forEach(type -> type.addTo(found));
    return found;
  }

  private static double fit(Situation situation, AssetTraits asset) {
    double fit = 0;
    var stage = situation.stage();
    if (stage != null) fit += asset.stageFit(stage) + asset.typeFit(stage);
    for (var wanted : situation.wanted().entrySet()) {
      var dimension = wanted.getKey();
      if (!asset.labelled(dimension)) continue;
      double match = asset.match(dimension, wanted.getValue());
      fit += dimension == Dimension.PERSONA ? 0.4 * match : match > 0 ? match : -0.6;
    }
    for (var named : situation.named().entrySet())
      fit += 0.6 * asset.match(named.getKey(), named.getValue());
    if (!situation.wanted().containsKey(Dimension.COMPETITOR)
        && asset.labelled(Dimension.COMPETITOR)) fit -= 0.3;
    return fit + 0.8 * situation.languages().fit(asset.language());
  }

  /** In years; 2 where nobody knows. */
  private static double age(Situation situation, AssetTraits asset) {
    var published = asset.publishedOn();
    if (published == null) return 2;
    return Math.max(0, ChronoUnit.DAYS.between(published, situation.today()) / 365.25);
  }

  /** Keeps the best few, ties by id. */
  private static final class Best {
    private static final Comparator<Fit> WORST_FIRST =
        Comparator.comparingDouble(Fit::value)
            .thenComparing(fit -> fit.asset().id(), Comparator.reverseOrder());

    private final int size;
    private final PriorityQueue<Fit> kept;

    Best(int size) {
      this.size = size;
      this.kept = new PriorityQueue<>(size + 1, WORST_FIRST);
    }

    void offer(AssetTraits asset, double value) {
      if (kept.size() == size) {
        var worst = kept.element();
        if (value < worst.value()) return;
        if (value == worst.value() && asset.id().compareTo(worst.asset().id()) > 0) return;
      }
      kept.add(new Fit(asset, value));
      if (kept.size() > size) kept.remove();
    }

    void addTo(Set<AssetTraits> found) {
      var fits = new ArrayList<>(kept);
      fits.sort(WORST_FIRST.reversed());
      fits.forEach(fit -> found.add(fit.asset()));
    }
  }
}
