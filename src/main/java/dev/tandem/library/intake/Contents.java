package dev.tandem.library.intake;

import dev.tandem.library.classification.Content;
import dev.tandem.library.extraction.ExtractedText;
import dev.tandem.library.extraction.PageUnit;
import dev.tandem.library.manifest.GivenValues;
import dev.tandem.taxonomy.ContentType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lays out what is known of a file or a link for the classifier. */
final class Contents {
  private Contents() {}

  static Content ofFile(
      IncomingFile incoming, ExtractedText text, GivenValues said, @Nullable ContentType known) {
    var given = incoming.given();
    return new Content(
        firstOf(
            given.title(),
            said.title(),
            Titles.of(text, incoming.fileName(), incoming.place()).value()),
        firstOf(given.description(), said.description(), text.description(), ""),
        incoming.place(),
        text.mediaType(),
        text.unit(),
        text.pages().stream().flatMap(page -> page.headings().stream()).toList(),
        text.text(),
        properties(text.frontMatter()),
        known != null ? known : given.type() != null ? given.type() : said.type());
  }

  static Content ofLink(String title, String url, GivenValues given, @Nullable ContentType known) {
    return new Content(
        title,
        firstOf(given.description(), ""),
        url.replaceAll("^https?://[^/]*/?", "").replaceAll("[?#].*$", ""),
        null,
        PageUnit.WHOLE,
        List.of(),
        "",
        Map.of(),
        known != null ? known : given.type());
  }

  private static String firstOf(@Nullable String... candidates) {
    for (var one : candidates) if (one != null) return one;
    throw new IllegalArgumentException("nothing said at all");
  }

  private static Map<String, List<String>> properties(Map<String, Object> frontMatter) {
    var properties = new LinkedHashMap<String, List<String>>();
    frontMatter.forEach((key, value) -> properties.put(key, words(value)));
    return properties;
  }

  private static List<String> words(@Nullable Object value) {
    var words = new ArrayList<String>();
    switch (value) {
      case null -> {}
      case Collection<?> many -> many.forEach(one -> words.addAll(words(one)));
      case Map<?, ?> nested -> nested.values().forEach(one -> words.addAll(words(one)));
      default -> words.add(Objects.toString(value));
    }
    return words;
  }
}
