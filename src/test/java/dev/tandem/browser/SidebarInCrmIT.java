package dev.tandem.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The sidebar in a frame of the CRM, which is another site: no cookie, only its token. */
class SidebarInCrmIT {
  private static final String DEAL = "D-1001";
  private static final Pattern PATH = Pattern.compile("\"path\":\"([^\"]+)\"");
  private static final Chromium browser = new Chromium();
  private static String apiToken = "";
  private final Page page = new Page(browser);

  @BeforeAll
  static void oneTokenForTheCrm() {
    browser.size(1280, 900);
    var page = new Page(browser).signIn("dana.whitlock");
    apiToken = page.newToken("CRM", "Anna");
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
    page.await("listed as sent", () -> page.find("#sent").getText().contains(title));
  }

  @Test
  void aTokenThatIsNotGoodAnyMoreSaysWhatToDo() {
    openBeside(SampleServer.url("/embed/deal#token=not.good.anymore"));
    assertThat(page.find("#note").getText()).contains("Reload the deal in your CRM");
    assertThat(page.all(".card")).isEmpty();
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
      page.click("#note button");
      page.await("here again", () -> page.all("#note").isEmpty() && !page.all(".card").isEmpty());
    }
  }

  private String sidebar() {
    var issued = page.post("/api/v1/embed/tokens", apiToken, "{\"deal_id\":\"" + DEAL + "\"}");
    var path = PATH.matcher(issued);
    assertThat(path.find()).as(issued).isTrue();
    return path.group(1);
  }

  private void openBeside(String address) {
    var driver = browser.driver();
    driver.switchTo().defaultContent();
    driver.get("about:blank"); // the same address with another fragment would not load again
    driver.get(SampleServer.crm().around(address));
    driver.switchTo().frame("tandem");
  }
}
