package dev.tandem.library.extraction.worker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** What site generators call what the manifest has a name for. */
final class SiteKeys {
  /** Ours first: what stands under it is not looked for elsewhere. */
  private static final Map<String, List<String>> OTHER_NAMES =
      Map.of(
          "title",
              List.of(
                  "subject",
                  "pagetitle",
                  "contenttitle",
                  "headline",
                  "herotitle",
                  "metatitle",
                  "seotitle",
                  "navtitle",
                  "linktitle"),
          "description",
              List.of(
                  "summary",
                  "abstract",
                  "excerpt",
                  "metadescription",
                  "seodescription",
                  "teaser",
                  "subtitle",
                  "tagline"),
          "author", List.of("by", "authors", "byline", "writer"),
          "published_on",
              List.of(
                  "date",
                  "published",
                  "created",
                  "publishdate",
                  "publishedat",
                  "pubdate",
                  "pubdatetime",
                  "datepublished",
                  "createdat"),
          "expires_on", List.of("expirydate", "expires", "unpublishdate"),
          "language", List.of("lang", "locale"),
          "tags", List.of("tag", "keywords", "topics"));

  /** Boxes in which some put what others write at the top. */
  private static final List<String> BOXES =
      List.of("extra", "taxonomies", "params", "seo", "meta", "metadata");

  private static final List<String> SHOWN = List.of("title", "description");

  private SiteKeys() {}

  /** All that is there, and under our names what is known by others. */
  static Map<String, Object> inOurWords(Map<String, Object> values) {
    var all = new LinkedHashMap<>(values);
    for (var box : BOXES)
      if (values.get(box) instanceof Map<?, ?> inside)
        inside.forEach((key, value) -> all.putIfAbsent(String.valueOf(key), value));
    var byName = new LinkedHashMap<String, Object>();
    all.forEach((key, value) -> byName.putIfAbsent(plain(key), value));
    if (isDraft(byName)) all.putIfAbsent("status", "draft");
    // says whether, not when
    all.entrySet()
        .removeIf(it -> plain(it.getKey()).equals("published") && it.getValue() instanceof Boolean);
    OTHER_NAMES.forEach(
        (ours, others) ->
            Stream.concat(Stream.of(plain(ours)), others.stream())
                .map(name -> value(ours, byName.get(name)))
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(value -> all.put(ours, value)));
    for (var shown : SHOWN) all.computeIfPresent(shown, (_, value) -> withoutMarkup(value));
    return all;
  }

  private static boolean isDraft(Map<String, Object> byName) {
    return Boolean.TRUE.equals(byName.get("draft"))
        || Boolean.FALSE.equals(byName.get("published"))
        || Boolean.FALSE.equals(byName.get("publish"));
  }

  private static @Nullable Object value(String ours, @Nullable Object value) {
    if (value == null || value instanceof Boolean) return null;
    if (ours.equals("tags"))
      return value instanceof Collection ? value : List.of(value.toString().split("\\s*,\\s*"));
    if (ours.equals("author")) return names(value);
    if (value instanceof Map || value instanceof Collection) return null;
    if (!ours.endsWith("_on")) return value;
    var day = Dates.day(value.toString());
    return day == null ? null : day.toString();
  }

  private static Object withoutMarkup(Object value) {
    if (!(value instanceof String text)) return value;
    var plain = Jsoup.parseBodyFragment(SiteMarkup.without(text, false)).text();
    return plain.isBlank() ? value : plain;
  }

  /** Of one author or of several, each a name or a map that holds one. */
  private static @Nullable String names(Object value) {
    var names = new ArrayList<String>();
    for (var one : value instanceof Collection<?> many ? many : List.of(value)) {
      var name = one instanceof Map<?, ?> person ? person.get("name") : one;
      if (name != null) names.add(name.toString());
    }
    return names.isEmpty() ? null : String.join(", ", names);
  }

  private static String plain(String key) {
    return key.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
  }
}
