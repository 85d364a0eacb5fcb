package dev.tandem.library.likeness;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A text in a few numbers: the least hash of its phrases under each of {@value #HASHES} ways to mix
 * them. The share of places in which two sketches agree estimates their resemblance, with a
 * standard error of 0.05 at 0.8 (A. Broder et al. (1998), "Min-wise independent permutations").
 *
 * @param least empty where the text is too short to tell
 */
record TextSketch(int[] least) {
  static final int HASHES = 64;

  /** Fewer phrases are alike by chance, or all that a template says. */
  private static final int FEWEST_PHRASES = 40;

  static TextSketch of(Phrases phrases) {
    if (phrases.count() < FEWEST_PHRASES) return new TextSketch(new int[0]);
    var least = new int[HASHES];
    Arrays.fill(least, Integer.MAX_VALUE);
    for (long phrase : phrases.hashes())
      for (int i = 0; i < HASHES; i++) {
        int hash = (int) (Phrases.mixed(phrase + i * 0x9e3779b97f4a7c15L) >>> 32);
        if (hash < least[i]) least[i] = hash;
      }
    return new TextSketch(least);
  }

  boolean tells() {
    return least.length > 0;
  }

  /** Estimated, in [0, 1]; 0 where one of them does not tell. */
  double resemblance(TextSketch other) {
    if (!tells() || !other.tells()) return 0;
    int same = 0;
    for (int i = 0; i < HASHES; i++) if (least[i] == other.least[i]) same++;
    return (double) same / HASHES;
  }

  byte[] bytes() {
    var bytes = ByteBuffer.allocate(least.length * Integer.BYTES);
    for (int each : least) bytes.putInt(each);
    return bytes.array();
  }

  /** Empty, too, where the bytes are of another kind of sketch. */
  static TextSketch of(byte[] bytes) {
    if (bytes.length != HASHES * Integer.BYTES) return new TextSketch(new int[0]);
    var least = new int[HASHES];
    ByteBuffer.wrap(bytes).asIntBuffer().get(least);
    return new TextSketch(least);
  }
}
