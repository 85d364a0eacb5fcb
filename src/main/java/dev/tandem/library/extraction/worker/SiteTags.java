package dev.tandem.library.extraction.worker;

import java.util.regex.Pattern;

/**
 * What site generators read within a line: short codes of Hugo, tags and values of Liquid and
 * Markdoc, components and expressions of MDX, blocks of ReadMe, links between pages, attributes.
 */
final class SiteTags {
  private static final Pattern WIKI_LINK =
      Pattern.compile("\\[\\[(?:[^\\[\\]|\\n]{0,200}\\|)?([^\\[\\]|\\n]{1,200})\\]\\](?!\\()");
  private static final Pattern ATTRIBUTES =
      Pattern.compile("\\{[:#.][^{}\\n]{0,500}\\}|(?<=\\))\\{[\\w-]+[^{}\\n]{0,500}\\}");

  /** Tags of Liquid and its kin whose strings are for the program. */
  private static final Pattern CONTROL =
      Pattern.compile(
          "(?:if|elsif|elif|else|unless|case|when|for|set|assign|include|import|from|extends|macro"
              + "|block|render|cycle|capture|include_relative|link|post_url|highlight|end\\w+)\\b.*",
          Pattern.DOTALL);

  /** What a person fills in stays, such as {@code {{first_name}}}. */
  private static final Pattern BLANK_TO_FILL_IN = Pattern.compile("\\{\\{[ \\t]*\\w+[ \\t]*\\}\\}");

  private final MarkupCursor cursor;
  private final boolean components;

  SiteTags(MarkupCursor cursor, boolean components) {
    this.cursor = cursor;
    this.components = components;
  }

  /** Whether one begins with this character here; it is behind the cursor then. */
  boolean take(char first) {
    return switch (first) {
      case '{' -> braces();
      case '<' -> component();
      case '[' -> cursor.ahead("[block:") ? block() : wikiLink();
      default -> false;
    };
  }

  private boolean braces() {
    if (cursor.ahead("{{<")) return shortCode("{{<", ">}}");
    if (cursor.ahead("{{%")) return shortCode("{{%", "%}}");
    if (cursor.ahead("{%")) return liquid();
    var blank = cursor.ahead(BLANK_TO_FILL_IN);
    if (blank != null) {
      cursor.copyTo(blank.end());
      return true;
    }
    if (cursor.ahead("{{") && !components) return value();
    var attributes = cursor.ahead(ATTRIBUTES);
    if (attributes != null) {
      cursor.skipTo(attributes.end());
      return true;
    }
    return components && expression();
  }

  private boolean shortCode(String open, String close) {
    int start = cursor.at() + open.length();
    int end = cursor.find(close, start);
    if (end < 0) return cursor.unclosed();
    var arguments = cursor.text().substring(start, end);
    cursor.putSpoken(SpokenAttributes.ofShortCode(arguments), end + close.length());
    return true;
  }

  private boolean liquid() {
    int end = cursor.find("%}", cursor.at() + 2);
    if (end < 0) return cursor.unclosed();
    var tag = cursor.text().substring(cursor.at() + 2, end).replaceFirst("^-?\\s*", "");
    if (tag.startsWith("raw")) {
      cursor.skipTo(end + 2);
      int endOfRaw = cursor.find("{%", cursor.at());
      if (endOfRaw >= 0) cursor.copyTo(endOfRaw);
    } else if (tag.startsWith("comment")) {
      int endOfComment = cursor.find("endcomment", end);
      cursor.skipTo(endOfComment < 0 ? end + 2 : cursor.text().indexOf("}", endOfComment) + 1);
    } else {
      var said = CONTROL.matcher(tag).matches() ? "" : SpokenAttributes.ofShortCode(tag);
      cursor.putSpoken(said, end + 2);
    }
    return true;
  }

  private boolean value() {
    int end = cursor.find("}}", cursor.at() + 2);
    if (end < 0) return cursor.unclosed();
    cursor.skipTo(end + 2);
    return true;
  }

  private boolean expression() {
    int end = JsxTag.endOfBraces(cursor.text(), cursor.at());
    if (end < 0) return cursor.unclosed();
    var expression = cursor.text().substring(cursor.at() + 1, end - 1);
    cursor.putSpoken(SpokenAttributes.ofExpression(expression), end);
    return true;
  }

  private boolean component() {
    var tag = JsxTag.at(cursor.text(), cursor.at());
    if (tag == null) return false;
    if (tag.isComponent()) {
      cursor.putSpoken(tag.said(), tag.end());
      return true;
    }
    if (!components || !tag.hasExpressions()) return false;
    cursor.put((tag.closing() ? "</" : "<") + tag.name() + ">", tag.end());
    return true;
  }

  /** JSON between two tags, as ReadMe writes it. */
  private boolean block() {
    int end = cursor.find("[/block]", cursor.at());
    if (end < 0) return cursor.unclosed();
    var said = new StringBuilder();
    SpokenAttributes.append(said, "", cursor.text().substring(cursor.at(), end));
    cursor.putSpoken(said.toString(), end + "[/block]".length());
    return true;
  }

  private boolean wikiLink() {
    var link = cursor.ahead(WIKI_LINK);
    if (link == null) return false;
    cursor.put(link.group(1), link.end());
    return true;
  }
}
