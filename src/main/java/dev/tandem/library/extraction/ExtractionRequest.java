package dev.tandem.library.extraction;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How one file is to be read.
 *
 * @param fileName the name its owner gave it, of which only the ending matters (an upload may lie
 *     under another name)
 * @param timeout the most time for this file; null takes the server's setting
 * @param maxCharacters where the text is cut off, at least 1; null takes the server's setting
 */
public record ExtractionRequest(
    String fileName, @Nullable Duration timeout, @Nullable Integer maxCharacters) {

  public ExtractionRequest {
    if (timeout != null && !timeout.isPositive()) {
      throw new IllegalArgumentException("timeout must be positive: " + timeout);
    }
    if (maxCharacters != null && maxCharacters < 1) {
      throw new IllegalArgumentException("maxCharacters below 1: " + maxCharacters);
    }
  }

  /** The server's own limits for a file of this name. */
  public static ExtractionRequest named(String fileName) {
    return new ExtractionRequest(fileName, null, null);
  }
}
