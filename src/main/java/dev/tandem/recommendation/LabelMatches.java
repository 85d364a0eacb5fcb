package dev.tandem.recommendation;

import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds candidates by labels alone, in one pass over the library: the best fits, the best of every
 * type that has its place at the stage (so that a deal near its decision always sees proof), and
 * the newest. The fit only decides what is looked at more closely; the ranking model orders.
 */
final class LabelMatches {
  private static final int BEST = 60, BEST_OF_TYPE = 6, NEWEST = 10;

  private record Fit(AssetTraits asset, double value) {}

  Set<AssetTraits> best(Situation situation, List<AssetTraits> published) {
    var wishes = new Wishes(situation);
    var best = new Best(BEST);
    var newest = new Best(NEWEST);
    Map<ContentType, Best> ofType = new EnumMap<>(ContentType.class);
    var stage = situation.stage();
    for (var asset : published) {
      if (!CandidateSources.may(situation, asset)) continue;
      double age = wishes.age(asset);
      double fit = wishes.fit(asset) - Math.min(age, 4) * 0.1;
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

  /** What a situation asks of labels, laid out for a pass over a hundred thousand assets. */
  private static final class Wishes {
    private static final Dimension[] DIMENSIONS = Dimension.values();

    private final @Nullable JourneyStage stage;
    private final @Nullable BitSet[] wanted = new BitSet[DIMENSIONS.length];
    private final @Nullable BitSet[] named = new BitSet[DIMENSIONS.length];
    private final LanguageVotes votes;
    private final Map<String, Double> languages = new HashMap<>();
    private final long today;

    Wishes(Situation situation) {
      stage = situation.stage();
      situation.wanted().forEach((dimension, terms) -> wanted[dimension.ordinal()] = terms);
      situation.named().forEach((dimension, terms) -> named[dimension.ordinal()] = terms);
      votes = situation.languages();
      today = situation.today().toEpochDay();
    }

    double fit(AssetTraits asset) {
      double fit = stage == null ? 0 : asset.stageFit(stage) + asset.typeFit(stage);
      for (var dimension : DIMENSIONS) {
        if (!asset.labelled(dimension)) continue;
        fit += fit(asset, dimension);
        var asked = named[dimension.ordinal()];
        if (asked != null) fit += 0.6 * asset.match(dimension, asked);
      }
      return fit + 0.8 * languages.computeIfAbsent(asset.language(), votes::fit);
    }

    private double fit(AssetTraits asset, Dimension dimension) {
      var terms = wanted[dimension.ordinal()];
      if (terms == null) return dimension == Dimension.COMPETITOR ? -0.3 : 0;
      double match = asset.match(dimension, terms);
      return dimension == Dimension.PERSONA ? 0.4 * match : match > 0 ? match : -0.6;
    }

    /** In years; 2 where nobody knows. */
    double age(AssetTraits asset) {
      var published = asset.publishedOn();
      return published == null ? 2 : Math.max(0, (today - published.toEpochDay()) / 365.25);
    }
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
