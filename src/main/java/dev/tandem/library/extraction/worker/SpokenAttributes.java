package dev.tandem.library.extraction.worker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** What tags of site generators say to readers: captions and titles, not paths and switches. */
final class SpokenAttributes {
  /** A single word says something here, too. */
  private static final Set<String> TITLES =
      Set.of("title", "heading", "headline", "label", "caption", "question", "header", "text");

  private static final Set<String> SENTENCES =
      Set.of(
          "alt",
          "answer",
          "author",
          "body",
          "content",
          "description",
          "name",
          "quote",
          "role",
          "subheading",
          "subtitle",
          "summary",
          "tagline");

  /** Of front matter: for search engines, social media and the program. */
  private static final Set<String> NOT_SHOWN =
      Set.of(
          "author",
          "authors",
          "cascade",
          "extra",
          "image",
          "images",
          "menu",
          "meta",
          "metadata",
          "opengraph",
          "params",
          "resources",
          "seo",
          "taxonomies",
          "twitter");

  private static final String STRING =
      "(\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+){0,200}+\""
          + "|'[^'\\\\]*+(?:\\\\.[^'\\\\]*+){0,200}+'|`[^`]*+`)";
  private static final Pattern ARGUMENT = Pattern.compile("(?:([\\w-]+)\\s*=\\s*)?" + STRING);
  private static final Pattern PROPERTY = Pattern.compile("\\b(\\w+)['\"]?\\s*:\\s*" + STRING);
  private static final Pattern LITERAL = Pattern.compile("(?s)\\s*" + STRING + "\\s*");
  private static final Pattern ADDRESS = Pattern.compile("\\S*[/\\\\]\\S*|\\S+\\.[a-z]{2,5}|#\\S*");

  private SpokenAttributes() {}

  /** Of a short code or a tag of Liquid: named values and strings without a name. */
  static String ofShortCode(String arguments) {
    var said = new StringBuilder();
    var found = ARGUMENT.matcher(arguments);
    while (found.find()) {
      var name = found.group(1);
      add(said, name == null ? "body" : name, inside(found.group(2)));
    }
    return said.toString();
  }

  /** Of an expression in running text: a string stands for itself, all else for a program. */
  static String ofExpression(String expression) {
    var literal = LITERAL.matcher(expression);
    return literal.matches() ? inside(literal.group(1)) : "";
  }

  /**
   * @param value a string with its quotes, or an expression whose objects may have titles
   */
  static void append(StringBuilder said, String attribute, String value) {
    var literal = LITERAL.matcher(value);
    if (literal.matches()) {
      add(said, attribute, inside(literal.group(1)));
      return;
    }
    var property = PROPERTY.matcher(value);
    while (property.find()) add(said, property.group(1), inside(property.group(2)));
  }

  /**
   * What the lists and maps of front matter say, as where a page keeps its questions and answers.
   */
  static List<String> ofFrontMatter(Map<String, Object> values) {
    var said = new ArrayList<String>();
    values.forEach(
        (key, value) -> {
          if (!NOT_SHOWN.contains(key.toLowerCase(Locale.ROOT))) collect(value, said);
        });
    return said;
  }

  private static void collect(@Nullable Object value, List<String> said) {
    if (value instanceof Collection<?> many) many.forEach(one -> collectOf(one, said));
    else collectOf(value, said);
  }

  private static void collectOf(@Nullable Object value, List<String> said) {
    if (!(value instanceof Map<?, ?> map)) return;
    map.forEach(
        (key, one) -> {
          if (one instanceof String text) {
            var words = new StringBuilder();
            add(words, String.valueOf(key), text);
            if (!words.isEmpty()) said.add(Jsoup.parseBodyFragment(words.toString()).text());
          } else {
            collect(one, said);
          }
        });
  }

  private static void add(StringBuilder said, String attribute, String value) {
    var name = attribute.toLowerCase(Locale.ROOT);
    var words = value.strip();
    boolean spoken = TITLES.contains(name) || (SENTENCES.contains(name) && words.contains(" "));
    if (!spoken || words.isEmpty() || ADDRESS.matcher(words).matches()) return;
    if (!said.isEmpty()) said.append("\n\n");
    said.append(words);
  }

  private static String inside(String string) {
    return string.substring(1, string.length() - 1).replaceAll("\\\\(.)", "$1");
  }
}
