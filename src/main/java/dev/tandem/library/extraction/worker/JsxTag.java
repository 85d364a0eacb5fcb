package dev.tandem.library.extraction.worker;

import org.jspecify.annotations.Nullable;

/**
 * One tag of MDX, whose attributes may hold JavaScript.
 *
 * @param said what its attributes say to readers
 * @param end behind its last character
 */
record JsxTag(String name, boolean closing, boolean hasExpressions, String said, int end) {

  /** The tag that begins here, or null. */
  static @Nullable JsxTag at(String text, int start) {
    return new Reading(text, start).tag();
  }

  /** A component of the site, where HTML writes small letters or, in old pages, only capitals. */
  boolean isComponent() {
    return name.isEmpty()
        || (Character.isUpperCase(name.charAt(0))
            && name.indexOf(':') < 0
            && name.chars().anyMatch(Character::isLowerCase));
  }

  /** Behind the brace that closes the one here, or -1. */
  static int endOfBraces(String text, int open) {
    return end(text, open, false);
  }

  /** The end of the line in which all brackets are closed, or -1. */
  static int endOfLine(String text, int from) {
    return end(text, from, true);
  }

  private static int end(String text, int from, boolean line) {
    int depth = 0;
    int last = Math.min(text.length(), from + MarkupCursor.LONGEST);
    for (int i = from; i < last; i++) {
      switch (text.charAt(i)) {
        case '{', '(', '[' -> depth++;
        case '}', ')', ']' -> {
          depth--;
          if (depth <= 0 && !line) return i + 1;
        }
        case '\n' -> {
          if (depth <= 0 && line) return i;
        }
        case '"', '\'', '`' -> i = endOfString(text, i, last);
        default -> {}
      }
    }
    return line && last == text.length() ? last : -1;
  }

  /** On the closing quote, or on the opening one where it is an apostrophe. */
  private static int endOfString(String text, int open, int last) {
    char quote = text.charAt(open);
    for (int i = open + 1; i < last; i++) {
      char c = text.charAt(i);
      if (c == quote) return i;
      if (c == '\n' && quote != '`') return open;
      if (c == '\\') i++;
    }
    return open;
  }

  private static final class Reading {
    private final String text;
    private final int last;
    private final StringBuilder said = new StringBuilder();
    private boolean expressions;
    private int at;

    Reading(String text, int start) {
      this.text = text;
      this.at = start + 1;
      this.last = Math.min(text.length(), start + MarkupCursor.LONGEST);
    }

    @Nullable JsxTag tag() {
      boolean closing = skip('/');
      var name = name();
      if (name.isEmpty() && !here('>')) return null;
      while (at < last) {
        spaces();
        if (skip('>')) return new JsxTag(name, closing, expressions, said.toString(), at);
        if (skip('/')) continue;
        if (!attribute()) return null;
      }
      return null;
    }

    private boolean attribute() {
      if (here('{')) return expression("");
      var attribute = name();
      if (attribute.isEmpty()) return false;
      int behind = at;
      spaces();
      if (!skip('=')) {
        at = behind;
        return here('>') || here('/') || at > behind || atSpace();
      }
      spaces();
      if (here('{')) return expression(attribute);
      if (here('"') || here('\'')) return quoted(attribute);
      int start = at;
      while (at < last && !atSpace() && !here('>')) at++;
      return at > start;
    }

    private boolean expression(String attribute) {
      int end = endOfBraces(text, at);
      if (end < 0) return false;
      expressions = true;
      SpokenAttributes.append(said, attribute, text.substring(at + 1, end - 1));
      at = end;
      return true;
    }

    private boolean quoted(String attribute) {
      int end = text.indexOf(text.charAt(at), at + 1, last);
      if (end < 0) return false;
      SpokenAttributes.append(said, attribute, text.substring(at, end + 1));
      at = end + 1;
      return true;
    }

    private String name() {
      int start = at;
      while (at < last && isNamePart(text.charAt(at))) at++;
      return text.substring(start, at);
    }

    private static boolean isNamePart(char c) {
      return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == ':';
    }

    private void spaces() {
      while (at < last && atSpace()) at++;
    }

    private boolean atSpace() {
      return at < last && Character.isWhitespace(text.charAt(at));
    }

    private boolean here(char c) {
      return at < last && text.charAt(at) == c;
    }

    private boolean skip(char c) {
      boolean there = here(c);
      if (there) at++;
      return there;
    }
  }
}
