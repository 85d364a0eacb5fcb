package dev.tandem.library.intake;

import dev.tandem.library.Label;
import dev.tandem.library.LabelOrigin;
import dev.tandem.library.extraction.ExtractedText;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds a name for people. */
final class Titles {
  private static final Pattern JUNK =
      Pattern.compile(
          "(?i)(microsoft (word|powerpoint|excel) ?-.*|(presentation|präsentation|document|dokument|"
              + "book|mappe|sheet|slide|folie|layout)[ _-]?\\d*|untitled.*|unbenannt.*|ohne titel.*|"
              + "powerpoint[- ]präsentation|powerpoint presentation|no title|title|titel|new .*document.*|"
              + "scan[ _-]?\\d.*|img[ _-]?\\d.*|.*\\.(docx?|pptx?|xlsx?|pdf|indd|odt|html?|md|txt|tmp)|\\W*)");

  private static final Pattern FOLDERS_OWN = Pattern.compile("(?i)_?(index|readme)\\.[a-z]+");

  private static final int SHORTEST_TEASER = 60;

  private Titles() {}

  static boolean isJunk(String title) {
    return title.length() > 300 || JUNK.matcher(title.strip()).matches();
  }

  /**
   * The file's own title, else its first heading, else its name.
   *
   * @param place the name with folders where they are known
   */
  static Label<String> of(ExtractedText text, String fileName, String place) {
    var title = text.title() == null ? "" : oneLine(text.title());
    var heading =
        text.pages().stream()
            .flatMap(page -> page.headings().stream())
            .map(Titles::oneLine)
            .filter(it -> !it.isEmpty() && !isJunk(it))
            .findFirst()
            .orElse(null);
    if (!title.isEmpty() && !isJunk(title) && !title.equals(heading))
      return new Label<>(title, LabelOrigin.METADATA, 1, null);
    if (heading != null) return Label.inferred(heading, 0.9, "first heading");
    return fromName(FOLDERS_OWN.matcher(fileName).matches() ? folder(place, fileName) : fileName);
  }

  /** Pages that are called index, as site generators want it, go by the name of their folder. */
  private static String folder(String place, String fileName) {
    var folders = place.split("/");
    return folders.length > 1 ? folders[folders.length - 2] : fileName;
  }

  static Label<String> fromName(String fileName) {
    var stem =
        fileName
            .replaceAll("\\.[A-Za-z0-9]{1,5}$", "")
            .replaceAll("^\\d{4}-\\d{2}-\\d{2}-(?=\\S)", "");
    var words = stem.replaceAll("[_\\-+]+", " ").replaceAll("\\s+", " ").strip();
    if (words.isEmpty()) return Label.inferred("Untitled", 0, null);
    return Label.inferred(
        Character.toUpperCase(words.charAt(0)) + words.substring(1), 0.5, "file name");
  }

  /** The first sentences of the text, as much as fits in a teaser; lists only where no text is. */
  static Label<String> teaser(ExtractedText text) {
    var lines =
        Arrays.stream(text.text().split("\n\\s*\n"))
            .map(Titles::oneLine)
            .filter(line -> line.length() >= SHORTEST_TEASER && !line.endsWith(":"))
            .toList();
    return lines.stream()
        .filter(Titles::isProse)
        .findFirst()
        .or(() -> lines.stream().findFirst())
        .map(line -> Label.inferred(shortened(line), 0.4, "first paragraph"))
        .orElseGet(() -> Label.inferred("", 0, null));
  }

  /** No list, table or code: few signs that sentences do not have, and few figures. */
  private static boolean isProse(String line) {
    long signs = line.chars().filter(c -> "{}[]<>=_/\\|#*`~^$".indexOf(c) >= 0).count();
    long digits = line.chars().filter(Character::isDigit).count();
    return !line.matches("[-•|].*") && signs * 50 <= line.length() && digits * 5 <= line.length();
  }

  private static String shortened(String line) {
    if (line.length() <= 280) return line;
    int end = line.lastIndexOf(". ", 280);
    return end > 80
        ? line.substring(0, end + 1)
        : line.substring(0, line.lastIndexOf(' ', 280) > 80 ? line.lastIndexOf(' ', 280) : 280)
            + " …";
  }

  static String oneLine(@Nullable String text) {
    return text == null ? "" : text.replaceAll("\\s+", " ").strip();
  }
}
