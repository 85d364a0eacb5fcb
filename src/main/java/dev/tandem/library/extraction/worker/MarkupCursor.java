package dev.tandem.library.extraction.worker;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How far a text was looked at, and what is left of it. */
final class MarkupCursor {
  /** No tag is longer, in characters; what seems to be is text. */
  static final int LONGEST = 20_000;

  /** A text with so many tags that never end is not written for a generator. */
  private static final int MOST_UNCLOSED = 200;

  private final String text;
  private final StringBuilder left;
  private int at;
  private int unclosed;

  MarkupCursor(String text) {
    this.text = text;
    this.left = new StringBuilder(text.length());
  }

  String text() {
    return text;
  }

  int at() {
    return at;
  }

  boolean isDone() {
    return at >= text.length() || unclosed >= MOST_UNCLOSED;
  }

  boolean atLineStart() {
    return at == 0 || text.charAt(at - 1) == '\n';
  }

  boolean ahead(String start) {
    return text.startsWith(start, at);
  }

  /** The match that begins here, or null. */
  @Nullable Matcher ahead(Pattern pattern) {
    var matcher =
        pattern
            .matcher(text)
            .region(at, text.length())
            .useAnchoringBounds(false)
            .useTransparentBounds(true);
    return matcher.lookingAt() ? matcher : null;
  }

  /** Where {@code close} stands next, or -1 where that is too far to belong here. */
  int find(String close, int from) {
    return text.indexOf(close, from, Math.min(text.length(), from + LONGEST));
  }

  /** What begins here never ends, so it is text. */
  boolean unclosed() {
    unclosed++;
    return false;
  }

  void copyTo(int end) {
    int last = Math.min(end, text.length());
    left.append(text, at, last);
    at = last;
  }

  void skipTo(int end) {
    at = Math.min(end, text.length());
  }

  /** In the place of what stands here until {@code end}. */
  void put(String instead, int end) {
    left.append(instead);
    skipTo(end);
  }

  void putParagraph(@Nullable String instead, int end) {
    put("\n\n" + (instead == null ? "" : instead.strip()) + "\n\n", end);
  }

  /** In the line, or as a paragraph where it begins one. */
  void putSpoken(String said, int end) {
    int line = left.length();
    while (line > 0 && (left.charAt(line - 1) == ' ' || left.charAt(line - 1) == '\t')) line--;
    if (line > 0 && left.charAt(line - 1) != '\n') {
      put(said, end);
    } else {
      left.setLength(line);
      putParagraph(said, end);
    }
  }

  String left() {
    return left.toString();
  }
}
