package dev.tandem.sampledata;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Seeded draws; {@link Random} is specified to give the same numbers on every Java. */
final class Chance {
  private final Random random;

  Chance(long seed) {
    this.random = new Random(seed);
  }

  boolean of(double probability) {
    return random.nextDouble() < probability;
  }

  double uniform() {
    return random.nextDouble();
  }

  /** A whole number from low to high, both included. */
  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  double normal() {
    return random.nextGaussian();
  }

  /**
   * @param spread standard deviation of the logarithm
   */
  double logNormal(double median, double spread) {
    return median * StrictMath.exp(spread * normal());
  }

  <T> T pick(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  /** One of the keys, in the proportion of their weights; the map must have a fixed order. */
  <T> T weighted(Map<T, ? extends Number> weights) {
    double sum = weights.values().stream().mapToDouble(Number::doubleValue).sum();
    double left = random.nextDouble() * sum;
    T last = null;
    for (var entry : weights.entrySet()) {
      last = entry.getKey();
      left -= entry.getValue().doubleValue();
      if (left < 0) break;
    }
    if (last == null) throw new IllegalArgumentException("nothing to draw from");
    return last;
  }

  /** So many different items, in the order drawn. */
  <T> List<T> some(List<T> items, int count) {
    var left = new ArrayList<>(items);
    var drawn = new ArrayList<T>();
    while (drawn.size() < count && !left.isEmpty())
      drawn.add(left.remove(random.nextInt(left.size())));
    return drawn;
  }
}
