package dev.tandem.insight;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A convention for sharing out the amount of a won deal among the touches before it closed. None of
 * them measures what a touch caused; each only says how credit is spread.
 */
public enum Attribution {
  FIRST("First touch") {
    @Override
    double[] weights(Path path, double halfLifeDays) {
      return single(path.touches().size(), 0);
    }
  },
  LAST("Last touch") {
    @Override
    double[] weights(Path path, double halfLifeDays) {
      return single(path.touches().size(), path.touches().size() - 1);
    }
  },
  LINEAR("Linear, all touches alike") {
    @Override
    double[] weights(Path path, double halfLifeDays) {
      var weights = new double[path.touches().size()];
      Arrays.fill(weights, 1);
      return weights;
    }
  },
  /** A touch counts half as much for every half-life before the close. */
  TIME_DECAY("Time decay") {
    @Override
    double[] weights(Path path, double halfLifeDays) {
      return path.touches().stream()
          .mapToDouble(at -> Math.pow(2, -days(at, path.close()) / halfLifeDays))
          .toArray();
    }
  },
  /** 40 % to the first, 40 % to the last, the rest alike; halves when there are only two. */
  POSITION_BASED("Position-based 40-20-40") {
    @Override
    double[] weights(Path path, double halfLifeDays) {
      int n = path.touches().size();
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
  },
  /**
   * 30 % to the first, 30 % to the last, 30 % to the last one before the deal reached its decision,
   * the rest alike. A touch that is two of these gets both parts; where the moment of the decision
   * is not known, its part goes to the touches in between.
   */
  W_SHAPED("W-shaped 30-30-30-10") {
    @Override
    double[] weights(Path path, double halfLifeDays) {
      int n = path.touches().size();
      var weights = new double[n];
      weights[0] += 0.3;
      weights[n - 1] += 0.3;
      int middle = path.beforeDecision();
      if (middle >= 0) weights[middle] += 0.3;
      int others = (int) Arrays.stream(weights).filter(weight -> weight == 0).count();
      double rest = middle >= 0 ? 0.1 : 0.4;
      for (int i = 0; i < n; i++) if (weights[i] == 0) weights[i] = rest / others;
      return weights;
    }
  };

  public static final double DEFAULT_HALF_LIFE_DAYS = 7;

  private final String label;

  Attribution(String label) {
    this.label = label;
  }

  /** The name in the API, such as {@code time_decay}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name for people. */
  public String label() {
    return label;
  }

  public static Optional<Attribution> parse(String id) {
    return Arrays.stream(values()).filter(model -> model.id().equalsIgnoreCase(id)).findFirst();
  }

  /** The name with the parameter, where it has one. */
  public String label(double halfLifeDays) {
    return this == TIME_DECAY
        ? label
            + ", half-life "
            + BigDecimal.valueOf(halfLifeDays).stripTrailingZeros().toPlainString()
            + " days"
        : label;
  }

  /**
   * The touches of one deal that count.
   *
   * @param touches oldest first, at least one, none after {@code close}
   * @param decision when the deal reached its decision, or null where that is not known
   */
  public record Path(List<Instant> touches, Instant close, @Nullable Instant decision) {
    public Path {
      touches = List.copyOf(touches);
      if (touches.isEmpty()) throw new IllegalArgumentException("no touches, no credit");
    }

    /** The place of the last touch before the decision; -1 where there is none. */
    private int beforeDecision() {
      int last = -1;
      if (decision != null)
        for (int i = 0; i < touches.size(); i++) if (!touches.get(i).isAfter(decision)) last = i;
      return last;
    }
  }

  /**
   * The share of each touch, in its order; the shares sum to 1.
   *
   * @param halfLifeDays over 0; only time decay looks at it
   */
  public double[] shares(Path path, double halfLifeDays) {
    if (!(halfLifeDays > 0)) throw new IllegalArgumentException("half-life: " + halfLifeDays);
    var weights = weights(path, halfLifeDays);
    double sum = Arrays.stream(weights).sum();
    if (!(sum > 0)) return LINEAR.shares(path, halfLifeDays); // all decayed to nothing
    for (int i = 0; i < weights.length; i++) weights[i] /= sum;
    return weights;
  }

  abstract double[] weights(Path path, double halfLifeDays);

  private static double[] single(int size, int index) {
    var weights = new double[size];
    weights[index] = 1;
    return weights;
  }

  private static double days(Instant from, Instant to) {
    return Duration.between(from, to).toSeconds() / 86_400.0;
  }
}
