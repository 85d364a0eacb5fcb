package dev.tandem.taxonomy;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One word of a vocabulary. Two terms are equal when dimension and normalized label are, so
 * "Health-care" and "health care" are one.
 *
 * @param label the spelling for people, 1 to 120 characters, trimmed
 */
public record Term(Dimension dimension, String label) {
  private static final Pattern APOSTROPHES = Pattern.compile("['’]");
  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}+]+");

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
    return other instanceof Term term
        && term.dimension == dimension
        && (term.label.equals(label) || term.key().equals(key()));
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
    var ascii = normalizedAscii(text);
    if (ascii != null) return ascii;
    var lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    var together = APOSTROPHES.matcher(lower).replaceAll("");
    return SEPARATORS.matcher(together).replaceAll(" ").strip();
  }

  /** The same for most texts, of which reports compare hundreds of thousands; null for others. */
  private static @Nullable String normalizedAscii(String text) {
    var words = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) return null;
      if (c >= 'A' && c <= 'Z') words.append((char) (c - 'A' + 'a'));
      else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+') words.append(c);
      else if (c != '\'' && !words.isEmpty() && words.charAt(words.length() - 1) != ' ')
        words.append(' ');
    }
    return words.toString().stripTrailing();
  }
}
