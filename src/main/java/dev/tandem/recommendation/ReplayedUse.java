package dev.tandem.recommendation;

import dev.tandem.deals.DealContext;
import dev.tandem.feedback.FeedbackEvent;
import dev.tandem.feedback.FeedbackEvent.AssetUsed;
import dev.tandem.feedback.FeedbackEvent.Impression;
import dev.tandem.feedback.FeedbackEvent.Rating;
import dev.tandem.feedback.FeedbackEvent.Share;
import dev.tandem.library.AssetId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Past use as it was known at one place of the log. Features of old slates are reckoned from it,
 * since counts of today would hold the very clicks that a model is to predict.
 */
final class ReplayedUse implements PastUse {
  /** The same as {@link FeedbackPastUse} assumes. */
  private static final int ENOUGH_IN_INDUSTRY = 10;

  private static final double ASSUMED_SHOWN = 80, ASSUMED_USED = 10;
  private static final int REMEMBERED_SLATES = 5_000;

  private static final class Count {
    long shown;
    long used;

    Shown shown() {
      return new Shown(shown, used);
    }
  }

  private record Place(AssetId asset, @Nullable String stage, @Nullable String industry) {}

  private record Served(DealContext deal, Set<AssetId> seen, Set<AssetId> used) {}

  private final Map<Place, Count> counts = new HashMap<>();
  private final Map<AssetId, long[]> ratings = new HashMap<>();
  private double shown = ASSUMED_SHOWN;
  private double used = ASSUMED_USED;
  private final Map<String, Served> slates =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Served> eldest) {
          return size() > REMEMBERED_SLATES;
        }
      };

  void served(String slate, DealContext deal) {
    slates.put(slate, new Served(deal, new HashSet<>(), new HashSet<>()));
  }

  void follow(FeedbackEvent event) {
    switch (event) {
      case Impression seen -> see(seen.slate(), seen.asset());
      case AssetUsed use -> use(use.slate(), use.asset());
      case Share share -> use(share.slate(), share.asset());
      case Rating rating ->
          ratings.computeIfAbsent(rating.asset(), none -> new long[2])[rating.helpful() ? 0 : 1]++;
      default -> {}
    }
  }

  private void see(String slate, AssetId asset) {
    var served = slates.get(slate);
    if (served == null || !served.seen().add(asset)) return;
    shown++;
    for (var place : places(asset, served.deal())) count(place).shown++;
  }

  private void use(@Nullable String slate, AssetId asset) {
    var served = slate == null ? null : slates.get(slate);
    if (slate == null || served == null) return;
    see(slate, asset);
    if (!served.used().add(asset)) return;
    used++;
    for (var place : places(asset, served.deal())) count(place).used++;
  }

  private Count count(Place place) {
    return counts.computeIfAbsent(place, none -> new Count());
  }

  private static Set<Place> places(AssetId asset, DealContext deal) {
    var stage = stage(deal);
    var industry = industry(deal);
    var places = new HashSet<Place>();
    places.add(new Place(asset, null, null));
    places.add(new Place(asset, stage, null));
    places.add(new Place(asset, null, industry));
    places.add(new Place(asset, stage, industry));
    return places;
  }

  private static @Nullable String stage(DealContext deal) {
    var stage = deal.stage().stage();
    return stage == null ? null : stage.id();
  }

  private static @Nullable String industry(DealContext deal) {
    var industry = deal.industry();
    return industry == null ? null : industry.key();
  }

  private Shown at(Place place) {
    var count = counts.get(place);
    return count == null ? Shown.NEVER : count.shown();
  }

  @Override
  public Counts overall(AssetId asset) {
    var said = ratings.getOrDefault(asset, new long[2]);
    return new Counts(at(new Place(asset, null, null)), said[0], said[1], 0, 0);
  }

  @Override
  public Shown similar(AssetId asset, DealContext deal) {
    var stage = stage(deal);
    var industry = industry(deal);
    var both =
        stage == null || industry == null ? Shown.NEVER : at(new Place(asset, stage, industry));
    if (both.shown() >= ENOUGH_IN_INDUSTRY) return both;
    var sameStage = stage == null ? Shown.NEVER : at(new Place(asset, stage, null));
    if (sameStage.shown() > 0) return sameStage;
    return industry == null ? Shown.NEVER : at(new Place(asset, null, industry));
  }

  @Override
  public double usualRate() {
    return used / shown;
  }

  @Override
  public Map<AssetId, Instant> received(DealContext deal) {
    return Map.of();
  }
}
