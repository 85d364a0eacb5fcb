package dev.tandem.library.extraction.worker;

import java.util.regex.Pattern;

/**
 * Takes out of Markdown what site generators read and no reader sees. What it says to readers, as a
 * caption does, stays, and code stays as it is.
 */
final class SiteMarkup {
  private static final Pattern COMPONENTS =
      Pattern.compile(
          "(?m)^[ \\t]*(?:</?[A-Z][A-Za-z0-9.]*[a-z][A-Za-z0-9.]*(?=[\\s/>])"
              + "|import\\s[^\\n]{0,300}['\"][^'\"\\n]{1,300}['\"];?[ \\t]*$)");
  private static final Pattern FENCE =
      Pattern.compile("(?m)[ \\t>]*(?:(`{3,})[^`\\n]*$|(~{3,})[^\\n]*$)");

  private final MarkupCursor cursor;
  private final SiteLines lines;
  private final SiteTags tags;

  private SiteMarkup(MarkupCursor cursor, boolean components) {
    this.cursor = cursor;
    this.lines = new SiteLines(cursor, components);
    this.tags = new SiteTags(cursor, components);
  }

  /** Whether a text holds components, whatever its file is called. */
  static boolean usesComponents(String markdown) {
    return COMPONENTS.matcher(markdown).find();
  }

  /**
   * @param components whether tags in capitals and braces are for a program, as in MDX
   */
  static String without(String markdown, boolean components) {
    var cursor = new MarkupCursor(markdown.replace("\r\n", "\n"));
    new SiteMarkup(cursor, components).scan();
    return cursor.left();
  }

  private void scan() {
    while (!cursor.isDone()) {
      if (cursor.atLineStart()) {
        lines.unindent();
        if (fence() || lines.take() || cursor.isDone()) continue;
      }
      if (!inline(cursor.text().charAt(cursor.at()))) cursor.copyTo(cursor.at() + 1);
    }
    cursor.copyTo(cursor.text().length());
  }

  private boolean inline(char first) {
    return switch (first) {
      case '`' -> codeSpan();
      case '\\' -> escaped();
      case '<' -> comment() || tags.take(first);
      default -> tags.take(first);
    };
  }

  private boolean fence() {
    var fence = cursor.ahead(FENCE);
    if (fence == null) return false;
    var mark = fence.group(1) == null ? fence.group(2) : fence.group(1);
    cursor.copyTo(fence.end() + 1);
    boolean closed = false;
    while (!closed && cursor.at() < cursor.text().length()) {
      int end = cursor.text().indexOf('\n', cursor.at());
      int next = end < 0 ? cursor.text().length() : end + 1;
      var line = cursor.text().substring(cursor.at(), next).strip().replaceFirst("^[> \\t]+", "");
      closed = line.startsWith(mark) && line.replace(mark.substring(0, 1), "").isEmpty();
      cursor.copyTo(next);
    }
    return true;
  }

  private boolean codeSpan() {
    int inside = cursor.at();
    while (inside < cursor.text().length() && cursor.text().charAt(inside) == '`') inside++;
    var mark = cursor.text().substring(cursor.at(), inside);
    int paragraph = cursor.find("\n\n", inside);
    int end = cursor.find(mark, inside);
    boolean closed = end >= 0 && (paragraph < 0 || end < paragraph);
    cursor.copyTo(closed ? end + mark.length() : inside);
    return true;
  }

  private boolean escaped() {
    cursor.copyTo(cursor.at() + 2);
    return true;
  }

  private boolean comment() {
    if (!cursor.ahead("<!--")) return false;
    int end = cursor.text().indexOf("-->", cursor.at());
    cursor.copyTo(end < 0 ? cursor.text().length() : end + 3);
    return true;
  }
}
