package dev.tandem.learning.experiments;

import dev.tandem.learning.experiments.Lots.Outcome;
import dev.tandem.learning.experiments.Lots.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Team-draft interleaving of two orders: F. Radlinski, M. Kurup and T. Joachims (2008), "How does
 * clickthrough data reflect retrieval quality?". In each round a coin says which model picks first;
 * each picks its best item that is not there yet. What both would pick next goes to neither team,
 * since a use of it says nothing about which is better (O. Chapelle and others, 2012, "Large-scale
 * validation and analysis of interleaved search evaluation").
 */
public final class TeamDraft {

  /** So far down coins are tossed: 2^5 orders at most; further down the first order goes on. */
  private static final int DEPTH = 10;

  private TeamDraft() {}

  /** An order with the name of its team. */
  public record Team<T>(String name, List<T> order) {}

  /**
   * @param clash whether two items cannot stand on one slate; true for an item and itself
   * @param slots how long the slate is
   */
  public static <T> Lots<T> lots(
      Team<T> first, Team<T> second, BiPredicate<T, T> clash, int slots) {
    var outcomes = new ArrayList<Outcome<T>>();
    new Draft<>(first, second, clash, slots, outcomes).go(List.of(), 1);
    return new Lots<>(outcomes);
  }

  private record Draft<T>(
      Team<T> first,
      Team<T> second,
      BiPredicate<T, T> clash,
      int slots,
      List<Outcome<T>> outcomes) {

    void go(List<Place<T>> so, double probability) {
      var places = new ArrayList<>(so);
      while (places.size() < Math.min(slots, DEPTH)) {
        var one = next(first, places);
        var other = next(second, places);
        if (one == null || other == null) break;
        if (!one.equals(other)) {
          go(round(places, first, second), probability / 2);
          go(round(places, second, first), probability / 2);
          return;
        }
        places.add(new Place<>(one, null));
      }
      for (var item = rest(places); item != null && places.size() < slots; item = rest(places))
        places.add(new Place<>(item, null));
      outcomes.add(new Outcome<>(places, probability));
    }

    private List<Place<T>> round(List<Place<T>> places, Team<T> leads, Team<T> follows) {
      var after = new ArrayList<>(places);
      for (var team : List.of(leads, follows)) {
        var item = next(team, after);
        if (item != null && after.size() < slots) after.add(new Place<>(item, team.name()));
      }
      return after;
    }

    private @Nullable T rest(List<Place<T>> places) {
      var item = next(first, places);
      return item != null ? item : next(second, places);
    }

    private @Nullable T next(Team<T> team, List<Place<T>> places) {
      for (var item : team.order())
        if (places.stream().noneMatch(place -> clash.test(place.item(), item))) return item;
      return null;
    }
  }
}
