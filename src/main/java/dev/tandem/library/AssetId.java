package dev.tandem.library;

import java.util.regex.Pattern;

/**
 * An asset's lasting name: 1 to 128 letters, digits, dots, hyphens and underscores, not starting
 * with a dot.
 */
public record AssetId(String value) implements Comparable<AssetId> {
  private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}_-][\\p{L}\\p{N}._-]{0,127}");

  public AssetId {
    if (!FORM.matcher(value).matches())
      throw new IllegalArgumentException(
          "an asset id has 1 to 128 letters, digits, dots, hyphens or underscores: '"
              + value
              + "'");
  }

  @Override
  public int compareTo(AssetId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
