package dev.tandem.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** A rep's ten seconds between two calls, in a real browser with the sample company. */
class RepDayIT {
  private static final String REP = "anna.berg";
  private static final Chromium browser = new Chromium();
  private final Page page = new Page(browser);

  @BeforeAll
  static void start() {
    SampleServer.url("");
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @BeforeEach
  void signIn() {
    browser.size(1280, 900);
    page.signIn(REP);
  }

  @Test
  void fromHomeToADealToSendingTheBestAsset() {
    assertThat(page.find("h1").getText()).contains("Anna");
    page.find(".deal-tile .slate-card"); // what to send next has arrived
    page.click(".deal-tile-title");
    page.await("the deal", () -> page.path().startsWith("/deals/"));

    page.find(".deal-slate .slate-card");
    assertThat(page.all(".deal-slate .slate-card")).hasSizeBetween(3, 8);
    assertThat(page.find(".deal-slate .slate-reasons").getText()).isNotBlank();
    assertThat(page.find(".deal-slate .slate-evidence").getText()).isNotBlank();

    var sendable =
        By.xpath("(//*[contains(@class,'deal-slate')]//vaadin-button[@data-action='send'])[1]");
    var card = page.find(sendable).findElement(By.xpath("ancestor::*[@data-asset]"));
    var title = card.findElement(By.cssSelector(".slate-title")).getText();
    page.click(sendable);
    page.click(".send-copy");
    page.await(
        "listed as sent",
        () -> page.find(".deal-sent").getText().replace("\n", " ").contains(title + " sent today"));
  }

  @Test
  void aTypoStillFindsAndTheResultOpens() {
    page.open("/search");
    page.type(".search-words input", "securty questionaire");
    page.await("the words in the URL", () -> page.path().contains("q=securty"));
    page.await("results", () -> !page.all(".search-results .slate-card").isEmpty());
    var first = page.find(".search-results .slate-title").getText();
    page.click(".search-results .slate-title");
    assertThat(page.find("vaadin-dialog").getText()).contains(first);
  }

  @Test
  void whatIsNotThereIsExplainedAndAskedFor() {
    page.open("/search");
    page.type(".search-words input", "servora type:podcast");
    page.await("the words in the URL", () -> page.path().contains("podcast"));
    page.await("why", () -> page.find(".empty-state").getText().contains("No asset has both"));
    page.find(".near-title");
    page.click(".ask-marketing");
    page.click(By.xpath("//vaadin-button[normalize-space()='Send to marketing']"));
    page.click(".condition-chip");
    page.await("found without it", () -> page.all(".empty-state").isEmpty());
    assertThat(page.all(".search-results .slate-card")).isNotEmpty();
  }

  @Test
  void theKeyboardIsEnough() {
    page.open("/");
    page.find(".deal-tile");
    page.press("/");
    page.press("case study");
    page.press(Keys.ENTER);
    page.await("search", () -> page.path().startsWith("/search"));
    page.find(".search-results .slate-card");
    page.press(Keys.ARROW_DOWN);
    page.await("the first card", () -> page.focused().getDomAttribute("data-asset") != null);
    var first = page.focused().getDomAttribute("data-asset");
    page.press(Keys.ARROW_DOWN);
    assertThat(page.focused().getDomAttribute("data-asset")).isNotNull().isNotEqualTo(first);
    page.press(Keys.ENTER);
    page.find(".preview-dialog");
    page.press(Keys.ESCAPE);
  }

  @Test
  void aDismissedAssetFoldsAwayAndComesBack() {
    page.open("/search?q=report");
    var asset = page.find(".search-results .slate-card").getDomAttribute("data-asset");
    var card = "[data-asset='" + asset + "']";
    page.click(card + " [data-action='dismiss']");
    page.click(By.xpath("//button[normalize-space()='Too technical']"));
    page.await("folded away", () -> page.all(card).isEmpty());
    page.click(By.xpath("//vaadin-button[normalize-space()='Undo']"));
    page.await("back again", () -> !page.all(card).isEmpty());
  }

  @Test
  void aDealOpensAtItsTopAndTheWayBackLeadsToWhereOneWas() {
    browser.size(360, 740);
    page.open("/");
    page.find(".deal-tile .slate-card");
    page.scroll(400);
    page.await("scrolled", () -> page.scrolled() > 300);
    browser
        .driver()
        .executeScript("[...document.querySelectorAll('.deal-tile-title')].at(-1).click()");
    page.find(".deal-slate .slate-card");
    assertThat(page.scrolled()).isZero();
    browser.driver().navigate().back();
    // or further down, where what stands above arrived later
    page.await("no higher than before", () -> page.scrolled() > 300);
  }

  @Test
  void aDealFitsAPhone() {
    browser.size(360, 740);
    page.open("/deals");
    page.click(".deal-card .grid-link");
    page.find(".deal-slate .slate-card");
    assertThat(page.overflow()).isZero();
  }
}
