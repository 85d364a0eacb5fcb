package dev.tandem.library.extraction.worker;

import java.util.ArrayList;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Takes navigation, footers, banners of consent and the like off a web page. Careful rather than
 * thorough: an element with a large share of the text always stays, and a page on which little
 * would be left stays whole.
 */
final class MainContent {
  private static final String NEVER =
      "script, style, noscript, template, iframe, svg, canvas, object, embed, form input, form select,"
          + " form button, dialog, [hidden], [aria-hidden=true], [style~=(?i)display:\\s*none]";

  private static final String FRAME =
      "nav, footer, body > header, aside, [role=navigation], [role=banner], [role=contentinfo],"
          + " [role=search], [role=dialog], [role=alertdialog], [role=complementary], [role=menu]";

  private static final Pattern FRAME_NAMES =
      Pattern.compile(
          "(?i)(^|[-_ ])(cookies?|consent|gdpr|onetrust|cookiebot|cc-banner|breadcrumbs?|nav(bar|igation)?"
              + "|site-?header|site-?footer|footer|menu|sidebar|share|sharing|social|skip-?(link|to)?"
              + "|newsletter|popup|modal|related(-posts)?|comments?|advert(isement)?|promo-bar)"
              + "([-_ ]|$)");

  private MainContent() {}

  /** The element to read; the document is changed. */
  static Element of(Document page) {
    page.select(NEVER).remove();
    var body = page.body();
    int whole = length(body);
    for (var element : new ArrayList<>(body.select(FRAME))) {
      removeUnlessContent(element, whole);
    }
    for (var element : new ArrayList<>(body.select("[class], [id]"))) {
      if (FRAME_NAMES.matcher(element.id()).find()
          || FRAME_NAMES.matcher(element.className()).find()) {
        removeUnlessContent(element, whole);
      }
    }
    for (var list : new ArrayList<>(body.select("ul, ol, div"))) {
      if (isLinkList(list)) {
        removeUnlessContent(list, whole);
      }
    }
    int cleaned = length(body);
    for (var candidate : body.select("main, [role=main], article")) {
      if (length(candidate) * 2 >= cleaned && length(candidate) > 0) {
        return candidate;
      }
    }
    return body;
  }

  private static void removeUnlessContent(Element element, int whole) {
    boolean holdsContent = element.selectFirst("main, article, [role=main], h1") != null;
    if (!element.nameIs("body") && !holdsContent && length(element) * 2 < whole) {
      element.remove();
    }
  }

  /** Four or more short links and hardly a word beside them. */
  private static boolean isLinkList(Element list) {
    var links = list.select("a[href]");
    int text = length(list);
    return links.size() >= 4
        && text < 60 * links.size()
        && links.stream().mapToInt(MainContent::length).sum() * 10 > text * 9;
  }

  private static int length(Element element) {
    return element.text().length();
  }
}
