package dev.tandem.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A convention for sharing out the amount of a won deal among the touches before it closed. None of
 * them measures what a touch caused; each only says how credit is spread.
 */
public enum Attribution {
  FIRST("First touch") {
    @Override
    double[] weights(List<Instant> touches, Instant close) {
      return single(touches.size(), 0);
    }
  },
  LAST("Last touch") {
    @Override
    double[] weights(List<Instant> touches, Instant close) {
      return single(touches.size(), touches.size() - 1);
    }
  },
  LINEAR("Linear, all touches alike") {
    @Override
    double[] weights(List<Instant> touches, Instant close) {
      var weights = new double[touches.size()];
      Arrays.fill(weights, 1);
      return weights;
    }
  },
  /** A touch counts half as much for every seven days before the close. */
  TIME_DECAY("Time decay, half-life 7 days") {
    @Override
    double[] weights(List<Instant> touches, Instant close) {
      return touches.stream()
          .mapToDouble(at -> Math.pow(2, -days(at, close) / HALF_LIFE_DAYS))
          .toArray();
    }
  },
  /** 40 % to the first, 40 % to the last, the rest alike; halves when there are only two. */
  POSITION_BASED("Position-based 40-20-40") {
    @Override
    double[] weights(List<Instant> touches, Instant close) {
      int n = touches.size();
      var weights = new double[n];
      if (n <= 2) {
        Arrays.fill(weights, 1);
        return weights;
      }
      Arrays.fill(weights, 0.2 / (n - 2));
      weights[0] = 0.4;
      weights[n - 1] = 0.4;
      return weights;
    }
  };

  private static final double HALF_LIFE_DAYS = 7;

  private final String label;

  Attribution(String label) {
    this.label = label;
  }

  /** The name in the API, such as {@code time_decay}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name for people, with its parameters. */
  public String label() {
    return label;
  }

  public static Optional<Attribution> parse(String id) {
    return Arrays.stream(values()).filter(model -> model.id().equalsIgnoreCase(id)).findFirst();
  }

  /**
   * The share of each touch, in the order given; the shares sum to 1.
   *
   * @param touches oldest first, at least one, none after {@code close}
   */
  public double[] shares(List<Instant> touches, Instant close) {
    if (touches.isEmpty()) throw new IllegalArgumentException("no touches, no credit");
    var weights = weights(touches, close);
    double sum = Arrays.stream(weights).sum();
    for (int i = 0; i < weights.length; i++) weights[i] /= sum;
    return weights;
  }

  abstract double[] weights(List<Instant> touches, Instant close);

  private static double[] single(int size, int index) {
    var weights = new double[size];
    weights[index] = 1;
    return weights;
  }

  private static double days(Instant from, Instant to) {
    return Duration.between(from, to).toSeconds() / 86_400.0;
  }
}
