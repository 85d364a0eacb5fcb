package dev.tandem.sampledata;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;

/** Markdown with the front matter people write, plain text, subtitles and mails. */
final class TextFiles implements AssetWriter {

  @Override
  public byte[] write(AssetSource asset) {
    var text =
        switch (asset.format()) {
          case MD -> markdown(asset);
          case EML -> mail(asset);
          default -> asset.body();
        };
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Writers with a publishing system leave front matter; the others start with a heading. */
  private static String markdown(AssetSource asset) {
    var body = asset.body().replace(Markdown.PAGE_BREAK + "\n", "");
    var mark = asset.internal() ? "> Internal use only. Do not forward to customers.\n\n" : "";
    if (Math.floorMod(asset.id().hashCode(), 3) != 0)
      return """
      ---
      title: "%s"
      author: %s
      date: %s
      ---
      %s%s"""
          .formatted(
              asset.title().replace("\"", "\\\""), asset.author(), asset.written(), mark, body);
    return (body.startsWith("# ") ? "" : "# " + asset.title() + "\n\n") + mark + body;
  }

  private static String mail(AssetSource asset) {
    var head =
        """
        From: %s <%s@larkspur-systems.example>
        To: {{first_name}} <buyer@customer.example>
        Subject: %s
        Date: %s
        Message-ID: <%s@larkspur-systems.example>
        %sMIME-Version: 1.0
        Content-Type: text/plain; charset=UTF-8
        Content-Transfer-Encoding: 8bit

        """
            .formatted(
                header(asset.author()),
                LibraryPath.ascii(asset.author()).toLowerCase(Locale.ROOT).replace(' ', '.'),
                header(asset.title()),
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    asset.written().atTime(8, 30).atOffset(ZoneOffset.UTC)),
                asset.id(),
                asset.internal() ? "Sensitivity: Company-Confidential\n" : "");
    return (head + asset.body()).replace("\n", "\r\n");
  }

  /** RFC 2047, where a header is not ASCII. */
  private static String header(String text) {
    return text.chars().allMatch(c -> c < 128)
        ? text
        : "=?UTF-8?B?"
            + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
            + "?=";
  }
}
