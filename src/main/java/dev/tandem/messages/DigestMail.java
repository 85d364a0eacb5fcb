package dev.tandem.messages;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/**
 * What one digest says: as text, for mail programs that show nothing else, and as HTML.
 *
 * @param address where the program is reached from outside, for links; empty for none
 */
record DigestMail(List<Part> parts, String address) {
  private static final String UTF_8 = "UTF-8";
  private static final String FOOT =
      "You get this since you asked for it under Messages in Tandem; turn it off there.";

  /** Inline and without a colour: mail programs drop style sheets and bring a dark scheme. */
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="UTF-8">
      <meta name="viewport" content="width=device-width">
      <meta name="color-scheme" content="light dark"></head>
      <body style="margin:0;padding:16px;font:16px/1.5 system-ui,sans-serif">
      <div style="max-width:38em;margin:0 auto;overflow-wrap:anywhere">
      %s<p style="font-size:14px;margin-top:32px">%s</p>
      </div></body></html>
      """;

  DigestMail {
    parts = List.copyOf(parts);
  }

  /**
   * @param path below the address; empty for no link
   */
  record Line(String words, String path) {}

  record Part(String title, List<Line> lines) {
    Part {
      lines = List.copyOf(lines);
    }

    static Part of(String title, List<String> lines) {
      return new Part(title, lines.stream().map(words -> new Line(words, "")).toList());
    }
  }

  String text() {
    return parts.stream().map(this::text).collect(Collectors.joining("\n\n"))
        + "\n\n--\n"
        + FOOT
        + textLink("messages")
        + "\n";
  }

  private String text(Part part) {
    return part.title()
        + "\n"
        + "-".repeat(part.title().length())
        + part.lines().stream()
            .map(line -> "\n* " + line.words() + textLink(line.path()))
            .collect(Collectors.joining());
  }

  private String textLink(String path) {
    return linked(path) ? "\n  " + address + "/" + path : "";
  }

  String html() {
    return PAGE.formatted(
        parts.stream().map(this::html).collect(Collectors.joining()), link(FOOT, "messages"));
  }

  private String html(Part part) {
    return "<h2 style=\"font-size:18px;margin:24px 0 8px\">"
        + HtmlUtils.htmlEscape(part.title(), UTF_8)
        + "</h2>\n<ul style=\"margin:0;padding-left:20px\">\n"
        + part.lines().stream()
            .map(
                line ->
                    "<li style=\"margin:0 0 6px\">" + link(line.words(), line.path()) + "</li>\n")
            .collect(Collectors.joining())
        + "</ul>\n";
  }

  private String link(String words, String path) {
    var escaped = HtmlUtils.htmlEscape(words, UTF_8);
    return linked(path)
        ? "<a href=\"%s\">%s</a>"
            .formatted(HtmlUtils.htmlEscape(address + "/" + path, UTF_8), escaped)
        : escaped;
  }

  private boolean linked(String path) {
    return !path.isEmpty() && !address.isEmpty();
  }
}
