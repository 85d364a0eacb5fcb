package dev.tandem.library.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.library.AssetId;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BandsTest {
  private static final double LEAST = 0.6;

  private final Random random = new Random(7);

  /** Originals that resemble nothing, each with a copy in which some places differ. */
  private Map<AssetId, TextSketch> library(int originals) {
    var sketches = new HashMap<AssetId, TextSketch>();
    for (int i = 0; i < originals; i++) {
      var least = random.ints(TextSketch.HASHES).toArray();
      sketches.put(new AssetId("original-" + i), new TextSketch(least));
      var copy = least.clone();
      int changed = random.nextInt(TextSketch.HASHES / 2);
      for (int k = 0; k < changed; k++) copy[random.nextInt(copy.length)] = random.nextInt();
      sketches.put(new AssetId("copy-" + i), new TextSketch(copy));
    }
    return sketches;
  }

  @Test
  void findsNearlyAllPairsThatComparingEachWithEachFinds() {
    var sketches = library(300);
    var all = new TreeSet<Bands.Pair>();
    sketches.forEach(
        (id, sketch) ->
            sketches.forEach(
                (other, others) -> {
                  if (!id.equals(other) && sketch.resemblance(others) >= LEAST)
                    all.add(Bands.Pair.of(id, other));
                }));
    var found = Bands.alike(sketches, LEAST);
    assertThat(all).hasSizeGreaterThan(200).containsAll(found);
    assertThat((double) found.size() / all.size()).isGreaterThan(0.98);
  }

  @Test
  void textsThatAreTooShortToTellAreNobodysCopies() {
    var none = new TextSketch(new int[0]);
    assertThat(Bands.alike(Map.of(new AssetId("a"), none, new AssetId("b"), none), 0)).isEmpty();
  }
}
