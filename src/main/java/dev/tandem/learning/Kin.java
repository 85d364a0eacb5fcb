package dev.tandem.learning;

import dev.tandem.library.AssetId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an asset takes after while little is known of itself: the texts nearest to its own, and who
 * wrote it. Effects of texts are smoothed over these neighbours, as in a Gaussian process with a
 * sparse kernel: weights are scaled so that their squares sum to 1 with the asset's {@link #own},
 * and every asset is held as near to none, however many neighbours it has.
 *
 * @param author the {@link PersonKey} of who wrote it, or null
 * @param near the nearest texts, the asset itself left out, nearest first
 */
public record Kin(@Nullable String author, List<Near> near) {
  public static final Kin NONE = new Kin(null, List.of());

  /**
   * @param weight in (0, 1)
   */
  public record Near(AssetId asset, double weight) {}

  public Kin {
    near = List.copyOf(near);
    double squares = squares(near);
    if (!(squares < 1)) throw new IllegalArgumentException("weights too large: " + squares);
  }

  /**
   * @param closeness of each text, in (0, 1]; the asset's own is 1
   */
  public static Kin of(@Nullable String author, Map<AssetId, Double> closeness) {
    double squares = 1;
    for (double each : closeness.values()) squares += each * each;
    double scale = 1 / Math.sqrt(squares);
    return new Kin(
        author,
        closeness.entrySet().stream()
            .map(each -> new Near(each.getKey(), each.getValue() * scale))
            .sorted(Comparator.comparingDouble(Near::weight).reversed().thenComparing(Near::asset))
            .toList());
  }

  /** The weight of the asset's own text beside those near it, in (0, 1]; 1 without any. */
  public double own() {
    return Math.sqrt(1 - squares(near));
  }

  public boolean known() {
    return author != null || !near.isEmpty();
  }

  private static double squares(List<Near> near) {
    double squares = 0;
    for (var each : near) squares += each.weight() * each.weight();
    return squares;
  }
}
