package dev.tandem.learning.experiments;

import dev.tandem.learning.experiments.Lots.Outcome;
import dev.tandem.learning.experiments.Lots.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Exploration at one place of a slate: with a small probability something that ranks further down,
 * and of which little is known, gets a place where it is seen. It is drawn evenly from the few with
 * the highest upper confidence bound (P. Auer, N. Cesa-Bianchi and P. Fischer, 2002, "Finite-time
 * analysis of the multiarmed bandit problem"), so that what is new has its fair chance and every
 * probability is known.
 */
public final class TryOut {

  /** The team of an item that is tried out. */
  public static final String TEAM = "exploration";

  /** Never further up than this: the best stay where they are looked for. */
  public static final int PLACE = 4;

  /** From so many items on a slate has room for it. */
  public static final int LEAST_SLOTS = 4;

  /**
   * By so many points what is tried out may rank below what it pushes down: half of a difference
   * that a seller would notice.
   */
  static final double MOST_LOSS = 0.5;

  static final int MOST = 4;

  /** How many standard deviations the bound lies above the score. */
  static final double WIDTH = 1;

  private TryOut() {}

  /**
   * @param order best first, longer than the slate where there is more
   * @param may whether an item may be tried out
   * @param score in points of the ranking
   * @param deviation of the score, in the same unit, at least 0
   */
  public static <T> Lots<T> lots(
      List<T> order,
      Predicate<T> may,
      ToDoubleFunction<T> score,
      ToDoubleFunction<T> deviation,
      double share,
      int slots) {
    int place = PLACE - 1;
    if (share <= 0 || slots < LEAST_SLOTS || order.size() <= place) return certain(order, slots);
    double least = score.applyAsDouble(order.get(place)) - MOST_LOSS;
    var pool =
        order.subList(PLACE, order.size()).stream()
            .filter(item -> may.test(item) && score.applyAsDouble(item) >= least)
            .sorted(
                Comparator.comparingDouble(
                        (T item) ->
                            score.applyAsDouble(item) + WIDTH * deviation.applyAsDouble(item))
                    .reversed())
            .limit(MOST)
            .toList();
    if (pool.isEmpty()) return certain(order, slots);
    var outcomes = new ArrayList<Outcome<T>>();
    outcomes.add(new Outcome<>(cut(Lots.placed(order), slots), 1 - share));
    for (var tried : pool) {
      var places = new ArrayList<Place<T>>();
      for (var item : order) if (item != tried) places.add(new Place<>(item, null));
      places.add(place, new Place<>(tried, TEAM));
      outcomes.add(new Outcome<>(cut(places, slots), share / pool.size()));
    }
    return new Lots<>(outcomes);
  }

  private static <T> Lots<T> certain(List<T> order, int slots) {
    return Lots.certain(order.subList(0, Math.min(slots, order.size())));
  }

  private static <T> List<T> cut(List<T> all, int slots) {
    return all.subList(0, Math.min(slots, all.size()));
  }
}
