package dev.tandem.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.embed.SigningCrm;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sidebar in a frame of the CRM, which is another site: no cookie, only its token. */
class SidebarInCrmIT {
  private static final String DEAL = "D-1001";
  private static final Pattern PATH = Pattern.compile("\"path\":\"([^\"]+)\"");
  private static final Chromium browser = new Chromium();
  private static String apiToken = "";
  private static String administratorsToken = "";
  private static long read;
  private final Page page = new Page(browser);

  @BeforeAll
  static void oneTokenForTheCrm() {
    browser.size(1280, 900);
    var page = new Page(browser).signIn("dana.whitlock");
    apiToken = page.newToken("CRM", "Anna", "sidebar");
    administratorsToken = page.newAdministratorsToken("Auditor", "Dana", "insight");
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @Test
  void theSlateStandsBesideTheDeal() {
    openBeside(SampleServer.url(sidebar()));
    page.find(".card .title");
    assertThat(page.find("#deal").getText()).contains("Donauried Energie AG");
    assertThat(page.all(".card")).hasSizeBetween(3, 5);
    assertThat(page.find(".card .reasons").getText()).isNotBlank();
    assertThat(page.find(".stages [aria-checked='true']").getText()).isNotBlank();
    assertThat(page.overflow()).isZero();
  }

  @Test
  void aJudgmentIsTakenAndTakenBack() {
    openBeside(SampleServer.url(sidebar()));
    page.click(".card [data-type='helpful']");
    page.await("pressed", () -> !page.all(".card [aria-pressed='true']").isEmpty());
    page.click("#toast button");
    page.await("as before", () -> page.all(".card [aria-pressed='true']").isEmpty());
    page.await("said so", () -> page.find("#toast").getText().contains("Taken back"));
  }

  @Test
  void aJudgmentThatIsPressedOnceMoreIsTakenBackAndTheKeyboardStaysWhereItWas() {
    openBeside(SampleServer.url(sidebar()));
    page.find(".card [data-type='helpful']").sendKeys(Keys.ENTER);
    page.await("pressed", () -> !page.all(".card [aria-pressed='true']").isEmpty());
    browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
    page.await("as before", () -> page.all(".card [aria-pressed='true']").isEmpty());
    assertThat(browser.driver().switchTo().activeElement().getDomAttribute("data-type"))
        .isEqualTo("helpful");
  }

  @Test
  void helpfulAndNotHelpfulAreNeverSaidTogether() {
    openBeside(SampleServer.url(sidebar()));
    page.click(".card [data-type='helpful']");
    page.await("helpful", () -> pressed().equals("helpful"));
    page.click(".card [data-type='not_helpful']");
    page.click(".card .why button");
    page.await("not helpful instead", () -> pressed().equals("not_helpful"));
  }

  private String pressed() {
    return page.all(".card [aria-pressed='true']").stream()
        .map(button -> String.valueOf(button.getDomAttribute("data-type")))
        .collect(Collectors.joining(" "));
  }

  @Test
  void whoLooksAtAnotherStageAndComesBackIsWhereTheyWere() {
    openBeside(SampleServer.url(sidebar()));
    page.find(".card .title");
    page.find(".stages [aria-checked='false']").sendKeys(Keys.ENTER);
    page.click(By.xpath("//*[@id='correction']/button[.='Back']"));
    page.await("the deal's stage", () -> page.all("#correction").isEmpty());
    page.await(
        "the keyboard is at it",
        () -> "true".equals(page.focused().getDomAttribute("aria-checked")));
  }

  @Test
  void aDismissalAsksWhyFoldsTheCardAndComesBack() {
    openBeside(SampleServer.url(sidebar()));
    page.click(".card [data-type='dismissal']");
    page.find(".card .why");
    page.press(Keys.ESCAPE);
    page.await("left alone", () -> page.all(".card .why").isEmpty());
    page.click(".card [data-type='dismissal']");
    page.click(By.xpath("//*[@class='why']/button[.='out of date']"));
    page.find(".card.gone");
    page.click("#toast button");
    page.await("back again", () -> page.all(".card.gone").isEmpty());
  }

  @Test
  void aCopiedLinkIsListedAsSentUntilItIsTakenBack() {
    openBeside(SampleServer.url(sidebar()));
    var card = page.find(By.xpath("(//*[contains(@class,'card')][.//button[.='Copy link']])[1]"));
    var title = card.findElement(By.cssSelector(".title")).getText();
    card.findElement(By.xpath(".//button[.='Copy link']")).click();
    page.find("#toast button");
    openBeside(SampleServer.url(sidebar()));
    page.await("listed as sent", () -> page.find("#journey .sent").getText().contains(title));
  }

  @Test
  void aTokenThatIsNotGoodAnyMoreSaysWhatToDo() {
    openBeside(SampleServer.url("/embed/deal#token=not.good.anymore"));
    assertThat(page.find("#note").getText()).contains("Reload the deal in your CRM");
    assertThat(page.all(".card")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(SigningCrm.class)
  void whatIsDoneInAnyCrmIsInTheLogUnderTheRepAndTheDeal(SigningCrm crm) {
    var looks = new SigningCrm.Looks("anna.berg@acme.example", "ORG-1", DEAL, Instant.now());
    openAs(crm, crm.call(looks));
    page.find(".card .title");
    assertThat(page.find("#deal").getText()).contains("Donauried Energie AG");
    var asset = String.valueOf(page.find(".card").getDomAttribute("data-asset"));
    var slate = String.valueOf(page.find(".card").getDomAttribute("data-slate"));
    page.click(".card [data-type='helpful']");
    page.await("pressed", () -> !page.all(".card [aria-pressed='true']").isEmpty());
    page.await("logged", () -> logged(slate, asset));
  }

  /** Whether the newest events hold the slate, for the sidebar, and the rating on it. */
  private boolean logged(String slate, String asset) {
    JsonNode events;
    do {
      events =
          JsonMapper.shared()
              .readTree(page.api("/api/v1/events?limit=1000&after=" + read, administratorsToken));
      for (var event : events.get("items")) {
        if (!slate.equals(event.path("slate").asString(""))) continue;
        if (event.get("type").stringValue().equals("slate_served")) {
          assertThat(event.get("surface").stringValue()).isEqualTo("sidebar");
          assertThat(event.get("deal").stringValue()).isEqualTo(DEAL);
        }
        if (event.get("type").stringValue().equals("rating")) {
          assertThat(event.get("rep").stringValue()).isEqualTo("anna.berg");
          assertThat(event.get("deal").stringValue()).isEqualTo(DEAL);
          return asset.equals(event.get("asset").stringValue());
        }
      }
      if (events.get("items").size() == 1000) read = events.get("next").longValue();
    } while (events.get("items").size() == 1000);
    return false;
  }

  private void openAs(SigningCrm crm, SigningCrm.Call call) {
    var field = call.posted() ? call.body().split("=", 2) : new String[0];
    switch (crm) {
      case SALESFORCE ->
          show(
              SampleServer.crm()
                  .posting(
                      SampleServer.url(call.path()),
                      field[0],
                      URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
      case HUBSPOT -> {
        var answer = page.send(call.path(), call.type(), call.body(), call.headers());
        var url = JsonMapper.shared().readTree(answer).get("url").stringValue();
        openBeside(SampleServer.url(url.substring(SigningCrm.PUBLIC_BASE.length())));
      }
      case PIPEDRIVE -> openBeside(SampleServer.url(call.path()));
      default -> openBeside(SampleServer.url("/embed/deal?crm=" + crm.tenant + "#jwt=" + field[1]));
    }
  }

  @Test
  void theSidebarAsksToSignInWhereTheCrmSignsNothing() {
    new Page(browser).signIn("anna.berg");
    openBeside(SampleServer.url("/embed/deal?crm=other&deal=" + DEAL));
    assertThat(page.find("#note").getText()).contains("Sign in");
    page.click("#note button");
    page.find(".card .title");
    assertThat(page.find("#deal").getText()).contains("Donauried Energie AG");
  }

  @Test
  void aReloadedFrameGoesOn() {
    openBeside(SampleServer.url(sidebar()));
    page.find(".card .title");
    browser.driver().executeScript("location.reload()");
    page.await("here again", () -> !page.all(".card .title").isEmpty());
    assertThat(page.find("#deal").getText()).contains("Donauried Energie AG");
  }

  @Test
  void whatIsMissingGoesToMarketing() {
    openBeside(SampleServer.url(sidebar()));
    page.click("#missing");
    page.type("#need", "A guide for wind farms");
    page.click("#wish .primary");
    page.await("said so", () -> page.find("#toast").getText().contains("Marketing has it"));
  }

  @Test
  void whatIsDoneWhileTheServerIsDownIsKeptAndSentLater() throws IOException {
    try (var wire = new Wire(SampleServer.port())) {
      openBeside(wire.url(sidebar()));
      page.find(".card .title");
      wire.cut();
      page.click(".card [data-type='helpful']");
      page.await("said so", () -> page.find("#note").getText().contains("kept and sent later"));
      wire.mend();
      page.await("sent by itself", () -> page.find("#toast").getText().contains("has been sent"));
      page.await("said no more", () -> page.all("#note").isEmpty());
      assertThat(page.all(".card")).isNotEmpty();
    }
  }

  @Test
  void whatWasKeptIsSentAfterAReloadToo() {
    openBeside(SampleServer.url(sidebar()));
    page.find(".card .title");
    browser.driver().executeScript("window.fetch = () => Promise.reject(new TypeError('away'))");
    page.click(".card [data-type='helpful']");
    page.await("said so", () -> page.find("#note").getText().contains("kept and sent later"));
    browser.driver().executeScript("location.reload()");
    page.await("sent by itself", () -> page.find("#toast").getText().contains("has been sent"));
    assertThat(page.all(".card")).isNotEmpty();
  }

  private String sidebar() {
    var issued = page.post("/api/v1/embed/tokens", apiToken, "{\"deal_id\":\"" + DEAL + "\"}");
    var path = PATH.matcher(issued);
    assertThat(path.find()).as(issued).isTrue();
    return path.group(1);
  }

  private static void openBeside(String address) {
    show(SampleServer.crm().around(address));
  }

  private static void show(String crmPage) {
    var driver = browser.driver();
    driver.switchTo().defaultContent();
    driver.get("about:blank"); // the same address with another fragment would not load again
    driver.get(crmPage);
    driver.switchTo().frame("tandem");
  }
}
