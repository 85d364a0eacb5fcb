package dev.tandem.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** What a marketer does: brings content in, checks what was guessed, sees what it is used for. */
class MarketerDayIT {
  private static final Chromium browser = new Chromium();
  private final Page page = new Page(browser);

  @TempDir Path folder;

  @AfterAll
  static void close() {
    browser.close();
  }

  @BeforeEach
  void signIn() {
    browser.size(1280, 900);
    page.signIn("ingrid.solberg");
  }

  @Test
  void aGoodFileIsTakenAndAHostileOneBesideItSaysWhyNot() throws IOException {
    var good = Files.writeString(folder.resolve("checklist.md"), aNewChecklist());
    var hostile = Files.write(folder.resolve("invoice.pdf"), new byte[] {'M', 'Z', 0, 1, 2, 3});
    page.open("/import");
    page.choose("vaadin-upload.import-drop", good, hostile);

    assertThat(page.row("checklist.md", "Added").getText()).contains("Check its labels");
    var refused = page.row("invoice.pdf", "Not taken");
    assertThat(refused.findElement(By.cssSelector(".import-problem")).getText()).isNotBlank();
    assertThat(page.find(".import-summary").getText()).contains("1 added", "1 not taken");
  }

  @Test
  void aLongLibraryIsDrawnOnlyWhereOneLooks() {
    page.open("/library");
    page.find(".library-row");
    assertThat(page.all(".library-row")).hasSizeLessThan(60); // of 146
  }

  @Test
  void aGuessIsConfirmedWithOneClick() throws IOException {
    var file = Files.writeString(folder.resolve("guess.md"), aNewChecklist());
    page.open("/import");
    page.choose("vaadin-upload.import-drop", file);
    page.row("guess.md", "Added").findElement(By.cssSelector("a")).click();
    page.await("the asset", () -> page.path().startsWith("/library/"));

    var guesses = "vaadin-button[aria-label^='Confirm ']";
    page.find(guesses);
    int before = page.all(guesses).size();
    page.click(guesses);
    page.await("one guess less", () -> page.all(guesses).size() == before - 1);
    page.find(By.xpath("//vaadin-notification-card[contains(., 'confirmed')]"));
  }

  @Test
  void thePeriodStandsInTheAddressAndTheReportFollows() {
    page.open("/performance");
    var ninety = page.find(".stats").getText();
    page.click(".report-controls vaadin-select");
    page.click(By.xpath("//vaadin-select-item[contains(., 'Last 30 days')]"));
    page.await("other figures", () -> !page.find(".stats").getText().equals(ninety));
    var address = page.path();
    assertThat(address).contains("from=", "to=");
    page.open(address);
    assertThat(page.find(".report-controls vaadin-select").getText()).contains("Last 30 days");
    browser.driver().navigate().back();
    page.await("the report as before", () -> page.find(".stats").getText().equals(ninety));
  }

  @Test
  void aRowLeadsByKeyboardToTheDealsItWasCountedFrom() {
    page.open("/performance");
    page.focus(".performance-grid .deal-bar-button");
    page.press(Keys.ENTER);
    assertThat(page.find(".deals-behind").getText())
        .contains("Used on", "does not say that the asset won it");
    page.await("the address says whose", () -> page.path().contains("deals="));
    var address = page.path();
    page.open("/");
    page.open(address);
    assertThat(page.find(".deals-behind").getText()).contains("Used on"); // and leads there again
  }

  @Test
  void theRowsGoOutAsCsv() {
    page.open("/performance?by=type");
    var csv = page.fetch(page.find(".download-link").getDomProperty("href"));
    assertThat(csv.lines().findFirst().orElse("")).contains("uses", "impressions");
    assertThat(csv.lines().count()).isGreaterThan(5);
  }

  /** Never the same twice, since the same content is a duplicate. */
  private static String aNewChecklist() {
    return """
    # Checklist for the first visit %s

    What a service leader needs to compare vendors: security, integration and price.
    How it works, step by step, and what to ask in the demo.
    """
        .formatted(UUID.randomUUID());
  }
}
