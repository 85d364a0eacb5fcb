package dev.tandem.library.classification;

import dev.tandem.library.extraction.PageUnit;
import dev.tandem.taxonomy.ContentType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a guess may rest on.
 *
 * @param path with folders, or the address of a link
 * @param mediaType null for a link
 * @param text without speaker notes
 * @param properties the file's own front matter, keys as written, with the words of its values
 * @param givenType what is known about the type already, or null
 */
public record Content(
    String title,
    String description,
    String path,
    @Nullable String mediaType,
    PageUnit unit,
    List<String> headings,
    String text,
    Map<String, List<String>> properties,
    @Nullable ContentType givenType) {
  public Content {
    headings = List.copyOf(headings);
    properties = Map.copyOf(properties);
  }
}
