package dev.tandem.library.extraction.worker;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of Markdown what site generators read and no reader sees: short codes of Hugo, tags of
 * Liquid and Markdoc, components, imports and expressions of MDX, admonitions of Docusaurus and
 * MkDocs, blocks of ReadMe, lists of attributes, tables of contents. What such a tag says to
 * readers, as a caption does, stays. Code stays as it is.
 */
final class SiteMarkup {
  /** No tag is longer; what seems to be is text. */
  static final int LONGEST = 20_000;

  /** A text with so many tags that never end is not written for a generator. */
  private static final int MOST_UNCLOSED = 200;

  private static final Pattern COMPONENTS =
      Pattern.compile(
          "(?m)^[ \\t]*(?:</?[A-Z][A-Za-z0-9.]*[a-z][A-Za-z0-9.]*(?=[\\s/>])"
              + "|import\\s[^\\n]{0,300}['\"][^'\"\\n]{1,300}['\"];?[ \\t]*$)");
  private static final Pattern FENCE =
      Pattern.compile("(?m)[ \\t>]*(?:(`{3,})[^`\\n]*$|(~{3,})[^\\n]*$)");
  private static final Pattern IMPORT =
      Pattern.compile(
          "(?m)import\\s+(?:[\\w*{][^;'\"]{0,3000}?from\\s*)?['\"][^'\"\\n]{1,500}['\"];?[ \\t]*$");
  private static final Pattern EXPORT =
      Pattern.compile("export\\s+(?:const|let|var|default|function|async)\\b");
  private static final Pattern CONTAINER =
      Pattern.compile(
          "(?m)[ \\t]*:{3,}[ \\t]*(?:[\\w-]+[ \\t]*)?(?:\\[([^\\]\\n]*)\\]|([^\\n{\\[]*))"
              + "(?:\\{[^}\\n]*\\})?[ \\t]*$");
  private static final Pattern ADMONITION =
      Pattern.compile(
          "(?m)([ \\t]*)(?:(?:!!!|\\?\\?\\?\\+?)[ \\t]+[\\w-]+(?:[ \\t]+[\\w-]+)*(?:[ \\t]+\"([^\"\\n]*)\")?"
              + "|===[!+]?[ \\t]+\"([^\"\\n]*)\")[ \\t]*$");
  private static final Pattern ALERT =
      Pattern.compile("(?m)([ \\t]*>[ \\t]*)\\[!\\w+\\][-+]?[ \\t]*");
  private static final Pattern CONTENTS =
      Pattern.compile("(?mi)[ \\t]*(?:\\[\\[?_?toc_?\\]\\]?|[*-][ \\t]+toc(?=\\s*\\{:))[ \\t]*$");
  private static final Pattern WIKI_LINK =
      Pattern.compile("\\[\\[(?:[^\\[\\]|\\n]{0,200}\\|)?([^\\[\\]|\\n]{1,200})\\]\\](?!\\()");
  private static final String MAGIC_BLOCK = "[block:";
  private static final Pattern ATTRIBUTE_LIST = Pattern.compile("\\{[:#.][^{}\\n]{0,500}\\}");

  /** What a person fills in stays, such as {@code {{first_name}}}. */
  private static final Pattern BLANK_TO_FILL_IN = Pattern.compile("\\{\\{[ \\t]*\\w+[ \\t]*\\}\\}");

  private final String text;
  private final boolean components;
  private final StringBuilder out;
  private int at;
  private int indented;
  private int unclosed;

  private SiteMarkup(String text, boolean components) {
    this.text = text;
    this.components = components;
    this.out = new StringBuilder(text.length());
  }

  /** Whether a text holds components, whatever its file is called. */
  static boolean usesComponents(String markdown) {
    return COMPONENTS.matcher(markdown).find();
  }

  /**
   * @param components whether tags in capitals and braces are for a program, as in MDX
   */
  static String without(String markdown, boolean components) {
    var markup = new SiteMarkup(markdown.replace("\r\n", "\n"), components);
    markup.scan();
    return markup.out.toString();
  }

  private void scan() {
    while (at < text.length() && unclosed < MOST_UNCLOSED) {
      boolean taken = atLineStart() && line();
      if (!taken) taken = at < text.length() && inline(text.charAt(at));
      if (!taken && at < text.length()) copyTo(at + 1);
    }
    copyTo(text.length());
  }

  private boolean atLineStart() {
    return at == 0 || text.charAt(at - 1) == '\n';
  }

  private boolean line() {
    unindent();
    return fence() || module() || block();
  }

  /** What stands in an admonition of MkDocs is indented, which elsewhere means code. */
  private void unindent() {
    int spaces = 0;
    while (spaces < indented && at + spaces < text.length() && text.charAt(at + spaces) == ' ')
      spaces++;
    boolean blank = at + spaces >= text.length() || text.charAt(at + spaces) == '\n';
    if (!blank) indented = spaces / 4 * 4;
    at += Math.min(spaces, indented);
  }

  private boolean fence() {
    var fence = at(FENCE);
    if (fence == null) return false;
    var mark = fence.group(1) == null ? fence.group(2) : fence.group(1);
    copyTo(Math.min(text.length(), fence.end() + 1));
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      int next = end < 0 ? text.length() : end + 1;
      var line = text.substring(at, next).strip().replaceFirst("^[> \\t]+", "");
      copyTo(next);
      if (line.startsWith(mark) && line.replace(mark.substring(0, 1), "").isEmpty()) break;
    }
    return true;
  }

  private boolean module() {
    if (!components) return false;
    var imported = at(IMPORT);
    if (imported != null) {
      at = imported.end();
      return true;
    }
    if (at(EXPORT) == null) return false;
    int end = JsxTag.endOfLine(text, at);
    if (end < 0) return unclosed();
    at = end;
    return true;
  }

  private boolean block() {
    var container = at(CONTAINER);
    if (container != null) {
      paragraph(container.group(1) == null ? container.group(2) : container.group(1));
      at = container.end();
      return true;
    }
    var admonition = at(ADMONITION);
    if (admonition != null) {
      paragraph(admonition.group(2) == null ? admonition.group(3) : admonition.group(2));
      at = admonition.end();
      indented += admonition.group(1).length() + 4;
      return true;
    }
    var contents = at(CONTENTS);
    if (contents != null) {
      at = contents.end();
      return true;
    }
    var alert = at(ALERT);
    if (alert == null) return false;
    out.append(alert.group(1));
    at = alert.end();
    return true;
  }

  private boolean inline(char c) {
    return switch (c) {
      case '`' -> codeSpan();
      case '{' -> braces();
      case '<' -> tag();
      case '[' -> ahead(MAGIC_BLOCK) ? magicBlock() : wikiLink();
      case '\\' -> escaped();
      default -> false;
    };
  }

  private boolean escaped() {
    copyTo(Math.min(text.length(), at + 2));
    return true;
  }

  private boolean codeSpan() {
    int run = at;
    while (run < text.length() && text.charAt(run) == '`') run++;
    var mark = text.substring(at, run);
    int last = Math.min(text.length(), run + LONGEST);
    int paragraph = text.indexOf("\n\n", run);
    if (paragraph >= 0) last = Math.min(last, paragraph);
    int end = text.substring(run, last).indexOf(mark);
    copyTo(end < 0 ? run : run + end + mark.length());
    return true;
  }

  private boolean braces() {
    if (ahead("{{<")) return shortCode("{{<", ">}}");
    if (ahead("{{%")) return shortCode("{{%", "%}}");
    if (ahead("{%")) return liquid();
    if (ahead("{{") && !(components && at(BLANK_TO_FILL_IN) == null)) return output();
    var attributes = at(ATTRIBUTE_LIST);
    if (attributes != null) {
      at = attributes.end();
      return true;
    }
    return components && expression();
  }

  private boolean shortCode(String open, String close) {
    int end = end(close, at + open.length());
    if (end < 0) return unclosed();
    var said = SpokenAttributes.ofShortCode(text.substring(at + open.length(), end));
    say(said, end + close.length());
    return true;
  }

  private boolean liquid() {
    int end = end("%}", at + 2);
    if (end < 0) return unclosed();
    var tag = text.substring(at + 2, end).replaceFirst("^-?\\s*", "");
    if (tag.startsWith("raw")) {
      at = end + 2;
      copyTo(orEnd(text.indexOf("{%", at)));
    } else if (tag.startsWith("comment")) {
      at = orEnd(text.indexOf("endcomment", end));
      at = orEnd(text.indexOf("%}", at)) + 2;
      at = Math.min(at, text.length());
    } else {
      say(SpokenAttributes.ofShortCode(tag), end + 2);
    }
    return true;
  }

  private boolean output() {
    var blank = at(BLANK_TO_FILL_IN);
    if (blank != null) {
      copyTo(blank.end());
      return true;
    }
    int end = end("}}", at + 2);
    if (end < 0) return unclosed();
    at = end + 2;
    return true;
  }

  private boolean expression() {
    int end = JsxTag.endOfBraces(text, at);
    if (end < 0) return unclosed();
    say(SpokenAttributes.ofExpression(text.substring(at + 1, end - 1)), end);
    return true;
  }

  private boolean tag() {
    if (ahead("<!--")) {
      int end = text.indexOf("-->", at);
      copyTo(end < 0 ? text.length() : end + 3);
      return true;
    }
    var tag = JsxTag.at(text, at);
    if (tag == null) return false;
    if (tag.isComponent()) {
      say(tag.said(), tag.end());
      return true;
    }
    if (!components || !tag.hasExpressions()) return false;
    out.append(tag.closing() ? "</" : "<").append(tag.name()).append('>');
    at = tag.end();
    return true;
  }

  /** JSON between two tags, as ReadMe writes it. */
  private boolean magicBlock() {
    int end = end("[/block]", at);
    if (end < 0) return unclosed();
    var said = new StringBuilder();
    SpokenAttributes.append(said, "", text.substring(at, end));
    say(said.toString(), end + "[/block]".length());
    return true;
  }

  private boolean wikiLink() {
    var link = at(WIKI_LINK);
    if (link == null) return false;
    out.append(link.group(1));
    at = link.end();
    return true;
  }

  /** In the line, or as a paragraph where the tag stands at the start of one. */
  private void say(String said, int end) {
    int start = out.length();
    while (start > 0 && (out.charAt(start - 1) == ' ' || out.charAt(start - 1) == '\t')) start--;
    if (start == 0 || out.charAt(start - 1) == '\n') {
      out.setLength(start);
      paragraph(said);
    } else {
      out.append(said);
    }
    at = end;
  }

  private void paragraph(@Nullable String said) {
    out.append("\n\n").append(said == null ? "" : said.strip()).append("\n\n");
  }

  private int end(String close, int from) {
    return text.indexOf(close, from, Math.min(text.length(), from + LONGEST));
  }

  private int orEnd(int position) {
    return position < 0 ? text.length() : position;
  }

  private boolean unclosed() {
    unclosed++;
    return false;
  }

  private boolean ahead(String start) {
    return text.startsWith(start, at);
  }

  private @Nullable Matcher at(Pattern pattern) {
    var matcher = pattern.matcher(text).region(at, text.length()).useAnchoringBounds(false);
    return matcher.lookingAt() ? matcher : null;
  }

  private void copyTo(int end) {
    out.append(text, at, end);
    at = end;
  }
}
