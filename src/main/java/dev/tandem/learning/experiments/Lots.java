package dev.tandem.learning.experiments;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All orders that chance may make of a slate, with their probabilities, so that what was drawn can
 * be logged with the exact probability that it had.
 *
 * @param outcomes at least one; their probabilities sum to 1
 */
public record Lots<T>(List<Outcome<T>> outcomes) {
  private static final double ROUNDING = 1e-9;

  public Lots {
    outcomes = List.copyOf(outcomes);
    double sum = outcomes.stream().mapToDouble(Outcome::probability).sum();
    if (Math.abs(sum - 1) > ROUNDING)
      throw new IllegalArgumentException("probabilities sum to " + sum);
  }

  /**
   * @param probability in (0, 1]
   */
  public record Outcome<T>(List<Place<T>> places, double probability) {
    public Outcome {
      places = List.copyOf(places);
      if (!(probability > 0 && probability <= 1 + ROUNDING))
        throw new IllegalArgumentException("probability outside (0, 1]: " + probability);
    }
  }

  /**
   * @param team whose choice the item is; null where it is nobody's in particular
   */
  public record Place<T>(T item, @Nullable String team) {}

  /**
   * An item as it was drawn.
   *
   * @param probability that this item stands at this place, over all outcomes, in (0, 1]
   */
  public record Drawn<T>(T item, @Nullable String team, double probability) {}

  /** One order that is certain. */
  public static <T> Lots<T> certain(List<T> order) {
    return new Lots<>(List.of(new Outcome<>(placed(order), 1)));
  }

  static <T> List<Place<T>> placed(List<T> order) {
    return order.stream().map(item -> new Place<T>(item, null)).toList();
  }

  /**
   * @param lot in [0, 1)
   */
  public List<Drawn<T>> draw(double lot) {
    var chosen = outcomes.getLast();
    double passed = 0;
    for (var outcome : outcomes) {
      passed += outcome.probability();
      if (lot < passed) {
        chosen = outcome;
        break;
      }
    }
    var drawn = new ArrayList<Drawn<T>>();
    for (int i = 0; i < chosen.places().size(); i++) {
      var place = chosen.places().get(i);
      drawn.add(new Drawn<>(place.item(), place.team(), probability(i, place.item())));
    }
    return drawn;
  }

  private double probability(int place, T item) {
    double sum = 0;
    for (var outcome : outcomes)
      if (place < outcome.places().size() && outcome.places().get(place).item().equals(item))
        sum += outcome.probability();
    return Math.min(1, sum);
  }
}
