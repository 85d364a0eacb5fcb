package dev.tandem.sampledata;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.web.util.HtmlUtils;

/** A page of a company's web site: navigation, cookie banner and footer around the article. */
final class WebPage implements AssetWriter {
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="%1$s">
      <head>
        <meta charset="utf-8">
        <title>%2$s | Larkspur Systems</title>
        <meta name="description" content="%3$s">
        <meta name="author" content="%4$s">
        <meta property="article:published_time" content="%5$s">
        <meta property="og:title" content="%2$s">
        <link rel="canonical" href="https://www.larkspur-systems.example/%1$s/%6$s">
        <script>window.metrics = window.metrics || []; metrics.push(["page", "%6$s"]);</script>
        <style>body { font-family: sans-serif; margin: 0 auto; max-width: 46rem }</style>
      </head>
      <body>
        <div id="cookie-banner" role="dialog">
          <p>%7$s</p>
          <button>%8$s</button> <button>%9$s</button>
        </div>
        <header>
          <a href="/">Larkspur Systems</a>
          <nav>
            <ul>
              <li><a href="/dispatch">Dispatch</a></li>
              <li><a href="/pulse">Pulse</a></li>
              <li><a href="/vault">Vault</a></li>
              <li><a href="/link">Link</a></li>
              <li><a href="/customers">%10$s</a></li>
              <li><a href="/prices">%11$s</a></li>
              <li><a href="/demo">%12$s</a></li>
            </ul>
          </nav>
        </header>
        <main>
          <article>
      %13$s
          </article>
        </main>
        <aside>
          <h4>%14$s</h4>
          <form action="/newsletter"><input type="email" name="address"><button>OK</button></form>
        </aside>
        <footer>
          <p>© 2026 Larkspur Systems AB, Gothenburg. <a href="/legal">%15$s</a> <a href="/privacy">%16$s</a></p>
        </footer>
      </body>
      </html>
      """;
  private static final List<String> ENGLISH =
      List.of(
          "We use cookies to understand how this site is used. You decide which ones.",
          "Accept all",
          "Only necessary",
          "Customers",
          "Prices",
          "Book a demo",
          "Subscribe to our newsletter",
          "Legal notice",
          "Privacy");
  private static final List<String> GERMAN =
      List.of(
          "Wir verwenden Cookies, um zu verstehen, wie diese Seite genutzt wird. Sie entscheiden.",
          "Alle annehmen",
          "Nur notwendige",
          "Kunden",
          "Preise",
          "Demo vereinbaren",
          "Newsletter abonnieren",
          "Impressum",
          "Datenschutz");

  @Override
  public byte[] write(AssetSource asset) {
    var frame = asset.german() ? GERMAN : ENGLISH;
    return PAGE.formatted(
            asset.language(),
            HtmlUtils.htmlEscape(asset.title(), "UTF-8"),
            HtmlUtils.htmlEscape(asset.description(), "UTF-8"),
            HtmlUtils.htmlEscape(asset.author(), "UTF-8"),
            asset.written(),
            asset.id(),
            frame.get(0),
            frame.get(1),
            frame.get(2),
            frame.get(3),
            frame.get(4),
            frame.get(5),
            article(asset),
            frame.get(6),
            frame.get(7),
            frame.get(8))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String article(AssetSource asset) {
    var body = asset.body().replace(Markdown.PAGE_BREAK, "");
    var html = Markdown.html(Markdown.parse(body)).strip();
    var byline =
        "<p class=\"byline\">%s, %s</p>\n"
            .formatted(HtmlUtils.htmlEscape(asset.author(), "UTF-8"), asset.written());
    if (html.startsWith("<h1>")) return html.replaceFirst("</h1>\n", "</h1>\n" + byline);
    return "<h1>" + HtmlUtils.htmlEscape(asset.title(), "UTF-8") + "</h1>\n" + byline + html;
  }
}
