package dev.tandem.recommendation;

import dev.tandem.library.AssetId;
import dev.tandem.taxonomy.ContentType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Composes a slate from ranked candidates: always the one that is best beside those already chosen,
 * in the manner of J. Carbonell and J. Goldstein (1998), "The use of MMR". Of several versions of
 * one thing only the best comes; a type that is there already, and without a known stage a stage
 * that is there already, makes room for others; what the buyer has already received goes down.
 * Penalties are in the unit of the ranking's score.
 */
final class SlatePolicy {
  private static final double RECEIVED = 3;
  private static final double SAME_TYPE_AGAIN = 0.2;
  private static final double SAME_STAGE_AGAIN = 0.25;
  private static final int FREE_OF_ONE_TYPE = 2;
  private static final int MOST_COUNTED = 3;

  private SlatePolicy() {}

  /**
   * @param sameText whether two assets say the same under whatever titles
   */
  static List<Ranked> compose(
      Situation situation,
      List<Ranked> ranked,
      Set<AssetId> received,
      BiPredicate<AssetId, AssetId> sameText,
      int slots) {
    return compose(situation, ranked, List.of(), received, sameText, slots);
  }

  /**
   * @param first come before all others, in this order
   */
  static List<Ranked> compose(
      Situation situation,
      List<Ranked> ranked,
      List<Ranked> first,
      Set<AssetId> received,
      BiPredicate<AssetId, AssetId> sameText,
      int slots) {
    var left = new ArrayList<>(ranked);
    var chosen = new ArrayList<Ranked>();
    var fixed = new ArrayDeque<>(first);
    var types = new EnumMap<ContentType, Integer>(ContentType.class);
    var stages = new int[5];
    while (chosen.size() < slots && !left.isEmpty()) {
      var next = fixed.poll();
      int at = next == null ? best(left, situation, received, types, stages) : left.indexOf(next);
      if (at < 0 && next == null) break;
      if (at < 0) continue;
      var taken = left.remove(at);
      var asset = taken.traits();
      if (chosen.stream().anyMatch(other -> same(other.traits(), asset, sameText))) continue;
      chosen.add(taken);
      types.merge(asset.type(), 1, Integer::sum);
      stages[stage(asset)]++;
    }
    return chosen;
  }

  /** The place of the one that is best beside those already chosen; -1 when none is. */
  private static int best(
      List<Ranked> left,
      Situation situation,
      Set<AssetId> received,
      Map<ContentType, Integer> types,
      int[] stages) {
    boolean spreadStages = situation.stage() == null && !situation.hasQuery();
    int best = -1;
    double bestWorth = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < left.size(); i++) {
      var candidate = left.get(i);
      if (candidate.score() <= bestWorth) break; // sorted, and penalties only take away
      var asset = candidate.traits();
      double worth = candidate.score();
      if (received.contains(asset.id())) worth -= RECEIVED;
      if (!situation.typesAsked().contains(asset.type()))
        worth -= SAME_TYPE_AGAIN * over(types, asset.type());
      if (spreadStages) worth -= SAME_STAGE_AGAIN * stages[stage(asset)];
      if (worth > bestWorth) {
        best = i;
        bestWorth = worth;
      }
    }
    return best;
  }

  private static boolean same(
      AssetTraits one, AssetTraits other, BiPredicate<AssetId, AssetId> sameText) {
    return one.titleWords().sameThing(other.titleWords()) || sameText.test(one.id(), other.id());
  }

  private static int over(Map<ContentType, Integer> types, ContentType type) {
    return Math.clamp(types.getOrDefault(type, 0) - FREE_OF_ONE_TYPE + 1, 0, MOST_COUNTED);
  }

  private static int stage(AssetTraits asset) {
    var stage = asset.mainStage();
    return stage == null ? 4 : stage.ordinal();
  }
}
