package dev.tandem.library.sources.website;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a page itself says to robots: {@code <meta name="robots" content="noindex">} or {@code
 * none}, also to {@code TandemBot} by name; only what stands in the page's first 64 kB.
 */
final class RobotsMeta {
  private static final int HEAD = 64 * 1024;
  private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");
  private static final Pattern META = Pattern.compile("(?i)<meta\\b[^>]{0,1000}>");
  private static final Pattern NAME =
      Pattern.compile(
          "\\bname\\s*=\\s*[\"']?(?:robots|"
              + PoliteVisitor.NAME.toLowerCase(Locale.ROOT)
              + ")(?=[\"'\\s/>])");
  private static final Pattern REFUSAL =
      Pattern.compile("\\bcontent\\s*=\\s*(?:\"[^\"]*|'[^']*|)\\b(?:noindex|none)\\b");

  private RobotsMeta() {}

  /** Whether the page in this file asks not to be indexed. */
  static boolean refuses(Path page) throws IOException {
    byte[] bytes;
    try (var in = Files.newInputStream(page)) {
      bytes = in.readNBytes(HEAD);
    }
    // names of tags and attributes are ASCII in every encoding of the web but UTF-16
    var head = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    return META.matcher(COMMENT.matcher(head).replaceAll(""))
        .results()
        .map(tag -> tag.group())
        .anyMatch(tag -> NAME.matcher(tag).find() && REFUSAL.matcher(tag).find());
  }
}
