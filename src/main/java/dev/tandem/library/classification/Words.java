package dev.tandem.library.classification;

import dev.tandem.taxonomy.Term;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a content, normalized as terms are and padded with blanks, so that a phrase is found
 * by {@code contains} only as whole words.
 */
record Words(String title, String path, String headings, String text, int count) {
  /** A cue near the end of a long book says little, and scanning it costs much. */
  private static final int MOST_CHARACTERS = 60_000;

  static Words of(Content content) {
    var body = content.description() + "\n" + content.text();
    var text = padded(body.length() > MOST_CHARACTERS ? body.substring(0, MOST_CHARACTERS) : body);
    return new Words(
        padded(content.title()),
        padded(content.path().replaceAll("\\.[A-Za-z0-9]{1,5}$", "")),
        padded(String.join(" \n ", content.headings())),
        text,
        (int) content.text().chars().filter(Character::isWhitespace).count());
  }

  static String padded(String text) {
    return " " + Term.normalize(text) + " ";
  }

  /** Where the phrase stands and in which words, strongest place first; null when nowhere. */
  @Nullable String placeOf(String phrase) {
    var wanted = " " + phrase + " ";
    if (title.contains(wanted)) return "title: “" + phrase + "”";
    if (path.contains(wanted)) return "path: “" + phrase + "”";
    if (headings.contains(wanted)) return "heading: “" + phrase + "”";
    if (text.contains(wanted)) return "text: “" + phrase + "”";
    return null;
  }

  static List<String> found(String in, List<String> phrases) {
    var found = new ArrayList<String>();
    for (var phrase : phrases) if (in.contains(" " + phrase + " ")) found.add(phrase);
    return found;
  }
}
