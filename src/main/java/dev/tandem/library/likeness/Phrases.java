package dev.tandem.library.likeness;

import dev.tandem.library.AssetText;
import dev.tandem.taxonomy.Term;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A text as the set of its phrases of five words each (shingles), as hashes: A. Broder (1997), "On
 * the resemblance and containment of documents".
 *
 * @param hashes sorted, none twice
 */
record Phrases(long[] hashes) {
  private static final int WORDS = 5;

  /** A book's first chapters tell it as well as all of it. */
  private static final int MOST_CHARACTERS = 400_000;

  /** Constants of Java's SplittableRandom, after G. Steele et al. (2014). */
  private static final long MIX = 0xbf58476d1ce4e5b9L, MIX_AGAIN = 0x94d049bb133111ebL;

  static Phrases of(AssetText text) {
    return of(text.pages().stream().map(AssetText.Page::text).collect(Collectors.joining("\n")));
  }

  static Phrases of(String text) {
    var cut = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
    var words = Term.normalize(cut).split(" ");
    if (words.length < WORDS) return new Phrases(new long[0]);
    var hashes = new long[words.length - WORDS + 1];
    for (int i = 0; i < hashes.length; i++) {
      long hash = 0;
      for (int j = i; j < i + WORDS; j++) hash = mixed(hash * 31 + words[j].hashCode());
      hashes[i] = hash;
    }
    return new Phrases(Arrays.stream(hashes).sorted().distinct().toArray());
  }

  static long mixed(long value) {
    long z = (value ^ (value >>> 30)) * MIX;
    z = (z ^ (z >>> 27)) * MIX_AGAIN;
    return z ^ (z >>> 31);
  }

  int count() {
    return hashes.length;
  }

  /** The share of all phrases of both that stands in both, in [0, 1]. */
  double resemblance(Phrases other) {
    int shared = 0;
    for (int i = 0, j = 0; i < hashes.length && j < other.hashes.length; ) {
      int order = Long.compare(hashes[i], other.hashes[j]);
      if (order == 0) shared++;
      if (order <= 0) i++;
      if (order >= 0) j++;
    }
    int together = hashes.length + other.hashes.length - shared;
    return together == 0 ? 0 : (double) shared / together;
  }
}
