package dev.tandem.recommendation;

import dev.tandem.library.AssetId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How well an asset matches one thing that was asked, each relative to the library's best match.
 *
 * @param words in [0, 1]
 * @param meaning in [0, 1]
 */
record Match(double words, double meaning) {
  static final Match NONE = new Match(0, 0);

  /** What one thing that was asked found. */
  record Found(Map<AssetId, Double> words, Map<AssetId, Double> meaning) {
    static final Found NOTHING = new Found(Map.of(), Map.of());

    Match of(AssetId asset) {
      return new Match(words.getOrDefault(asset, 0.0), meaning.getOrDefault(asset, 0.0));
    }

    Set<AssetId> assets() {
      var both = new HashSet<>(words.keySet());
      both.addAll(meaning.keySet());
      return both;
    }
  }
}
