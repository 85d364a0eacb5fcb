package dev.tandem.library.extraction.worker;

import java.util.regex.Pattern;

/**
 * What site generators read at the start of a line: imports and exports of MDX, admonitions of
 * Docusaurus, MkDocs and GitHub, tables of contents.
 */
final class SiteLines {
  private static final Pattern IMPORT =
      Pattern.compile(
          "(?m)import\\s+(?:[\\w*{][^;'\"]{0,3000}?from\\s*)?['\"][^'\"\\n]{1,500}['\"];?[ \\t]*$");
  private static final Pattern EXPORT =
      Pattern.compile("export\\s+(?:const|let|var|default|function|async)\\b");
  private static final Pattern CONTAINER =
      Pattern.compile(
          "(?m)[ \\t]*:{2,}[ \\t]*(?:[\\w-]+[ \\t]*)?(?:\\[([^\\]\\n]*)\\]|([^\\n{\\[]*))"
              + "(?:\\{[^}\\n]*\\})?[ \\t]*$");
  private static final Pattern ADMONITION =
      Pattern.compile(
          "(?m)([ \\t]*)(?:(?:!!!|\\?\\?\\?\\+?)[ \\t]+[\\w-]+(?:[ \\t]+[\\w-]+)*(?:[ \\t]+\"([^\"\\n]*)\")?"
              + "|===[!+]?[ \\t]+\"([^\"\\n]*)\")[ \\t]*$");
  private static final Pattern ALERT =
      Pattern.compile("(?m)([ \\t]*>[ \\t]*)\\[!\\w+\\][-+]?[ \\t]*");
  private static final Pattern CONTENTS =
      Pattern.compile("(?mi)[ \\t]*(?:\\[\\[?_?toc_?\\]\\]?|[*-][ \\t]+toc(?=\\s*\\{:))[ \\t]*$");

  private final MarkupCursor cursor;
  private final boolean components;
  private int indented;

  SiteLines(MarkupCursor cursor, boolean components) {
    this.cursor = cursor;
    this.components = components;
  }

  /** What stands in an admonition of MkDocs is indented, which elsewhere means code. */
  void unindent() {
    var text = cursor.text();
    int end = cursor.at();
    while (end - cursor.at() < indented && end < text.length() && text.charAt(end) == ' ') end++;
    if (end < text.length() && text.charAt(end) != '\n') indented = (end - cursor.at()) / 4 * 4;
    cursor.skipTo(Math.min(end, cursor.at() + indented));
  }

  boolean take() {
    return (components && (drop(IMPORT) || exports()))
        || container()
        || admonition()
        || drop(CONTENTS)
        || alert();
  }

  private boolean drop(Pattern line) {
    var found = cursor.ahead(line);
    if (found == null) return false;
    cursor.skipTo(found.end());
    return true;
  }

  private boolean exports() {
    if (cursor.ahead(EXPORT) == null) return false;
    int end = JsxTag.endOfLine(cursor.text(), cursor.at());
    if (end < 0) return cursor.unclosed();
    cursor.skipTo(end);
    return true;
  }

  private boolean container() {
    var found = cursor.ahead(CONTAINER);
    if (found == null) return false;
    cursor.putParagraph(found.group(1) == null ? found.group(2) : found.group(1), found.end());
    return true;
  }

  private boolean admonition() {
    var found = cursor.ahead(ADMONITION);
    if (found == null) return false;
    cursor.putParagraph(found.group(2) == null ? found.group(3) : found.group(2), found.end());
    indented += found.group(1).length() + 4;
    return true;
  }

  private boolean alert() {
    var found = cursor.ahead(ALERT);
    if (found == null) return false;
    cursor.put(found.group(1), found.end());
    return true;
  }
}
