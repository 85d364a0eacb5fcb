package dev.tandem.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a CRM's page tells about its colours is taken as far as the sidebar can be read in them. */
class HostColoursIT {
  private static final Pattern PATH = Pattern.compile("\"path\":\"([^\"]+)\"");
  private static final Chromium browser = new Chromium();
  private static final Page page = new Page(browser);
  private static String apiToken = "";

  @BeforeAll
  static void oneTokenForTheCrm() {
    browser.size(1280, 900);
    apiToken = page.signIn("dana.whitlock").newToken("Colours", "Anna", "sidebar");
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a light CRM's       | {"theme":"light","colours":{"accent":"#0176d3","onAccent":"#fff","page":"#f3f3f3"}} | rgb(243, 243, 243) | rgb(1, 118, 211)
          a dark page alone   | {"colours":{"page":"rgb(16, 24, 32)"}}                                             | rgb(16, 24, 32)    |
          pale text           | {"theme":"light","colours":{"page":"#ffffff","text":"#dddddd","faint":"#eeeeee"}}  | rgb(255, 255, 255) |
          a pale accent       | {"theme":"light","colours":{"page":"#ffffff","accent":"#fff3b0"}}                  | rgb(255, 255, 255) |
          white on yellow     | {"theme":"light","colours":{"accent":"#a07000","onAccent":"#f0e0c0"}}              |                    | rgb(160, 112, 0)
          a page of mid-grey  | {"theme":"light","colours":{"page":"#777777"}}                                     |                    |
          more than a colour  | {"theme":"light","colours":{"accent":"red;background:url(/x)"}}                    |                    |
          another's colour    | {"theme":"light","colours":{"text":"var(--page)","page":"transparent"}}            |                    |
          no colours at all   | {"theme":7,"colours":["#fff"]}                                                     |                    |
          """)
  void allThatStandsOnTheColoursOfTheHostCanBeRead(
      String what, String told, String page, String accent) {
    open(told);
    for (var pair :
        Map.of("#deal", "body", ".card .title", ".card", ".primary", ".primary").entrySet())
      assertThat(contrast(pair.getKey(), pair.getValue()))
          .as("%s on %s, %s", pair.getKey(), pair.getValue(), what)
          .isGreaterThanOrEqualTo(4.5);
    if (page != null) assertThat(ground("body")).as(what).isEqualTo(page);
    if (accent != null) assertThat(ground(".primary")).as(what).isEqualTo(accent);
  }

  private static void open(String told) {
    var issued = page.post("/api/v1/embed/tokens", apiToken, "{\"deal_id\":\"D-1001\"}");
    var path = PATH.matcher(issued);
    assertThat(path.find()).as(issued).isTrue();
    var driver = browser.driver();
    driver.switchTo().defaultContent();
    driver.get("about:blank");
    driver.get(SampleServer.crm().telling(SampleServer.url(path.group(1)), told));
    driver.switchTo().frame("tandem");
    page.find(".card .title");
    page.find(".primary");
  }

  private static String ground(String css) {
    return style(css, "backgroundColor");
  }

  private static String style(String css, String property) {
    return String.valueOf(
        browser
            .driver()
            .executeScript(
                "return getComputedStyle(document.querySelector(arguments[0]))[arguments[1]]",
                css,
                property));
  }

  /** WCAG 2.2, contrast ratio. */
  private static double contrast(String text, String ground) {
    double one = luminance(style(text, "color")) + 0.05;
    double other = luminance(ground(ground)) + 0.05;
    return Math.max(one, other) / Math.min(one, other);
  }

  private static double luminance(String colour) {
    assertThat(colour).matches("rgb\\(\\d+, \\d+, \\d+\\)");
    var parts =
        Pattern.compile("\\d+")
            .matcher(colour)
            .results()
            .map(part -> Integer.parseInt(part.group()) / 255.0)
            .map(part -> part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4))
            .toList();
    var weights = List.of(0.2126, 0.7152, 0.0722);
    double sum = 0;
    for (int i = 0; i < 3; i++) sum += weights.get(i) * parts.get(i);
    return sum;
  }
}
