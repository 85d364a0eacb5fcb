package dev.tandem.search;

import dev.tandem.library.AssetId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What cosines say: they are only comparable within one answer, and never low by themselves. */
public final class Nearness {
  /** From this cosine on the nearest asset is taken to be about what was asked. */
  private static final double SURELY_RELATED = 0.45;

  private static final double POSSIBLY_RELATED = 0.3, NEARLY_AS_NEAR = 0.75;

  /**
   * In [0, 1]: from the farthest of these neighbours to the nearest, which earns 1 only when it is
   * near in absolute terms.
   */
  public static Map<AssetId, Double> of(List<Neighbour> neighbours) {
    var nearness = HashMap.<AssetId, Double>newHashMap(neighbours.size());
    if (neighbours.isEmpty()) return nearness;
    double best = neighbours.getFirst().cosine();
    double worst = neighbours.size() == 1 ? 0 : neighbours.getLast().cosine();
    double surely = Math.clamp(best / SURELY_RELATED, 0, 1);
    for (var each : neighbours) {
      double scaled = best > worst ? (each.cosine() - worst) / (best - worst) : 1;
      nearness.put(each.asset(), surely * Math.clamp(scaled, 0, 1));
    }
    return nearness;
  }

  /** Those near enough to be found though no word matches, of the nearest that there are. */
  static Set<AssetId> telling(List<Neighbour> neighbours) {
    if (neighbours.isEmpty()) return Set.of();
    double enough = Math.max(POSSIBLY_RELATED, NEARLY_AS_NEAR * neighbours.getFirst().cosine());
    return neighbours.stream()
        .filter(each -> each.cosine() >= enough)
        .map(Neighbour::asset)
        .collect(Collectors.toSet());
  }

  private Nearness() {}
}
