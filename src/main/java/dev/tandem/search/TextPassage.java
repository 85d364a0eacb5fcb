package dev.tandem.search;

import dev.tandem.encoder.Embedding;
import org.jspecify.annotations.Nullable;

/**
 * A part of an asset's text.
 *
 * @param page counts from 1
 * @param pageLabel how people call the page, or null for its number
 * @param embedding of the asset's title and this text, or null while it is not encoded
 */
public record TextPassage(
    int page, @Nullable String pageLabel, String text, @Nullable Embedding embedding) {

  TextPassage encoded(Embedding meaning) {
    return new TextPassage(page, pageLabel, text, meaning);
  }
}
