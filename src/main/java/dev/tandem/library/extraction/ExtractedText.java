package dev.tandem.library.extraction;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a file says, cleaned: no control characters, no boilerplate of web pages, Unicode NFC.
 *
 * @param mediaType found from the content, for example {@code application/pdf}
 * @param title from front matter or metadata, else the first main heading; null when neither exists
 * @param description the author's own summary
 * @param created when the author says it was written, in UTC
 * @param language ISO 639-1 code such as {@code en}; null when the text is too short or unclear
 * @param frontMatter keys as written, values are strings, numbers, booleans, lists and maps; dates
 *     stay strings
 * @param truncated whether text beyond the limit was left out
 * @param warnings sentences for the person who brought the file
 */
public record ExtractedText(
    String mediaType,
    @Nullable String title,
    @Nullable String description,
    @Nullable String author,
    @Nullable LocalDate created,
    @Nullable String language,
    PageUnit unit,
    List<Page> pages,
    Map<String, Object> frontMatter,
    boolean truncated,
    List<String> warnings) {

  public ExtractedText {
    pages = List.copyOf(pages);
    frontMatter = Collections.unmodifiableMap(new LinkedHashMap<>(frontMatter));
    warnings = List.copyOf(warnings);
  }

  /** All pages in order, without the speaker's notes. */
  public String text() {
    return pages.stream()
        .map(Page::text)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  /** False for a scanned document or a deck of pictures. */
  public boolean hasText() {
    return pages.stream().anyMatch(page -> !page.text().isEmpty());
  }
}
