package dev.tandem.feedback.sharing;

import static org.springframework.web.util.HtmlUtils.htmlEscape;

import dev.tandem.library.Asset;
import dev.tandem.library.AssetText;
import org.jspecify.annotations.Nullable;

/** The buyer's page as HTML; everything that comes from an asset is escaped. */
final class SharePage {
  private static final String FRAME =
      """
      <!doctype html>
      <html lang="%1$s">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="robots" content="noindex, nofollow">
      <meta name="color-scheme" content="light dark">
      <title>%2$s</title>
      <link rel="icon" href="%7$s/tandem.svg">
      <link rel="stylesheet" href="%7$s/share.css">
      </head>
      <body>
      <header><div><p class="kind">%3$s</p><h1>%4$s</h1>%5$s</div></header>
      <main>%6$s</main>
      </body>
      </html>
      """;

  /** The path that the program answers below, empty at a root. */
  private final String base;

  SharePage(String base) {
    this.base = base;
  }

  String of(String share, Asset asset, @Nullable AssetText text) {
    var title = htmlEscape(asset.title().value());
    var language = asset.language().value().equals("und") ? "en" : asset.language().value();
    return FRAME.formatted(
        htmlEscape(language),
        title,
        htmlEscape(asset.type().value().label()),
        title,
        actions(share, asset),
        content(share, asset, text),
        htmlEscape(base));
  }

  /** A page that says in plain words why there is nothing. */
  String nothing(String title, String words) {
    return FRAME.formatted(
        "en",
        title,
        "Shared content",
        title,
        "",
        "<p class=\"lead\">" + words + "</p>",
        htmlEscape(base));
  }

  private String actions(String share, Asset asset) {
    var url = asset.url();
    if (url != null)
      return "<p class=\"actions\"><a class=\"button\" rel=\"noopener noreferrer\" href=\"%s\">Open</a></p>"
          .formatted(htmlEscape(url));
    if (!asset.hasFile()) return "";
    var file = htmlEscape(base + "/share/" + share + "/file");
    boolean pdf = ShareFile.inline(asset);
    return "<p class=\"actions\">"
        + (pdf ? "<a class=\"button\" href=\"%s\">Open the document</a>".formatted(file) : "")
        + "<a class=\"%s\" href=\"%s?download\">Download</a></p>"
            .formatted(pdf ? "button quiet" : "button", file);
  }

  private String content(String share, Asset asset, @Nullable AssetText text) {
    var page = new StringBuilder();
    var description = asset.description().value();
    if (!description.isBlank())
      page.append("<p class=\"lead\">").append(htmlEscape(description)).append("</p>");
    if (asset.hasFile() && ShareFile.inline(asset))
      page.append(
          "<iframe class=\"document\" title=\"%s\" src=\"%s/share/%s/file\"></iframe>"
              .formatted(htmlEscape(asset.title().value()), htmlEscape(base), htmlEscape(share)));
    else if (text != null && asset.hasFile()) page.append(reading(text, asset.title().value()));
    page.append(
        "<footer><p>Whoever sent you this sees that the page was opened and for how long. No cookie"
            + " is set and nothing else is recorded.</p></footer>");
    page.append(
        "<script src=\"%s/share.js\" data-report=\"%s/share/%s/view\" defer></script>"
            .formatted(htmlEscape(base), htmlEscape(base), htmlEscape(share)));
    return page.toString();
  }

  /** The text page by page, without the title above it; speaker notes are not for buyers. */
  private static String reading(AssetText text, String title) {
    var html = new StringBuilder("<article class=\"reading\">");
    boolean several = text.pages().size() > 1;
    for (var page : text.pages()) {
      html.append("<section>");
      if (several) {
        var label = page.label() == null ? "Page " + page.number() : page.label();
        if (!label.equals(title)) html.append("<h2>").append(htmlEscape(label)).append("</h2>");
      }
      page.text()
          .lines()
          .filter(line -> !line.isBlank() && !line.strip().equals(title))
          .forEach(line -> html.append("<p>").append(htmlEscape(line.strip())).append("</p>"));
      html.append("</section>");
    }
    return html.append("</article>").toString();
  }
}
