package dev.tandem.taxonomy;

import java.text.Normalizer;
import java.util.Locale;

/**
 * One word of a vocabulary. Two terms are equal when dimension and normalized label are, so
 * "Health-care" and "health care" are one.
 *
 * @param label the spelling for people, 1 to 120 characters, trimmed
 */
public record Term(Dimension dimension, String label) {
  public Term {
    label = label.strip();
    if (label.isEmpty() || label.length() > 120)
      throw new IllegalArgumentException(
          dimension.id() + " must have 1 to 120 characters: '" + label + "'");
  }

  /** What two spellings are compared by. */
  public String key() {
    return normalize(label);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Term term && term.dimension == dimension && term.key().equals(key());
  }

  @Override
  public int hashCode() {
    return 31 * dimension.hashCode() + key().hashCode();
  }

  /**
   * Lower case, Unicode NFKC, apostrophes dropped, runs of anything but letters and digits as one
   * space.
   */
  public static String normalize(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("['’]", "")
        .replaceAll("[^\\p{L}\\p{N}+]+", " ")
        .strip();
  }
}
