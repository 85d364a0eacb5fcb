package dev.tandem.library.extraction.worker;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text as it can be stored, searched and shown. */
final class CleanText {
  /** Controls (a database refuses NUL), invisible and soft characters, lone surrogates. */
  private static final Pattern UNWANTED =
      Pattern.compile(
          "[\\p{Cc}&&[^\\n\\t]]|[\\u00AD\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2064\\uFEFF\\uFFFE"
              + "\\uFFFF]|\\p{Cs}");

  private static final Pattern LINE_END =
      Pattern.compile("\\r\\n?|\\u2028|\\u2029|\\u0085|\\u000B|\\f");
  private static final Pattern BLANKS = Pattern.compile("[\\t\\p{Zs}]+");
  private static final Pattern AROUND_LINE_END = Pattern.compile(" ?\\n ?");
  private static final Pattern EMPTY_LINES = Pattern.compile("\\n{3,}");
  private static final Pattern LIGATURE = Pattern.compile("[\\uFB00-\\uFB06]");

  private CleanText() {}

  /** Keeps line ends, at most one empty line in a row. */
  static String of(String raw) {
    if (isPlain(raw)) {
      return raw;
    }
    var text = LINE_END.matcher(raw).replaceAll("\n");
    text = UNWANTED.matcher(text).replaceAll("");
    text = BLANKS.matcher(text).replaceAll(" ");
    text = AROUND_LINE_END.matcher(text).replaceAll("\n");
    text = EMPTY_LINES.matcher(text).replaceAll("\n\n");
    text =
        LIGATURE
            .matcher(text)
            .replaceAll(match -> Normalizer.normalize(match.group(), Normalizer.Form.NFKC));
    return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
  }

  /** Most short pieces are clean already, and large files have millions of them. */
  private static boolean isPlain(String raw) {
    char before = ' ';
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) {
        return false;
      }
      before = c;
    }
    return before != ' ' || raw.isEmpty();
  }

  /** All in one line. */
  static String line(String raw) {
    var clean = of(raw);
    return clean.indexOf('\n') < 0 ? clean : clean.replaceAll("\\s*\\n\\s*", " ");
  }

  /** In one line, cut at a length with an ellipsis. */
  static String line(String raw, int length) {
    var line = line(raw.length() > 8 * length ? raw.substring(0, 8 * length) : raw);
    return line.length() <= length ? line : head(line, length - 1).stripTrailing() + "…";
  }

  /** The first characters, without halving a surrogate pair. */
  static String head(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end =
        length > 0 && Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end);
  }
}
