package dev.tandem.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** What a marketer finds in the reports and makes of it. */
class ReportsIT {
  private static final Chromium browser = new Chromium();
  private final Page page = new Page(browser);

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
  void aGapBecomesARequest() {
    page.open("/performance/gaps");
    page.click(By.xpath("//vaadin-button[contains(., 'Empty places of the journey')]"));
    page.await("the address says which", () -> page.path().contains("kind=empty_cells"));
    page.find(".gap-row[data-kind=empty_cells]");
    var gap = page.find(".gap-row[data-kind=empty_cells] h3").getText();
    var persona = gap.split(" · ", -1)[1];
    assertThat(page.find(".gap-row .gap-money").getText()).contains("open deal");
    page.click(".gap-row .ask-for-content");
    page.click(By.xpath("//vaadin-button[. = 'Make the request']"));
    page.find(By.xpath("//vaadin-notification-card[contains(., 'list of requests')]"));
    page.open("/requests");
    page.find(
        By.xpath("//*[contains(@class, 'view')]//*[contains(., 'Content for " + persona + "')]"));
  }

  @Test
  void aRowOfTheAssetsLeadsByKeyboardToItsDeals() {
    page.open("/performance/assets?sort=-uses");
    page.focus(".asset-grid .deal-bar-button");
    page.press(Keys.ENTER);
    assertThat(page.find(".deals-behind").getText())
        .contains("does not say that the asset won it", "Win rate with and without it");
    page.await("the address says whose", () -> page.path().contains("deals="));
  }

  @Test
  void theReportsLeaveAsFilesOverTheDaysOfTheAddress() {
    page.open("/performance/assets");
    var csv = page.fetch(page.find(".download-link").getDomProperty("href"));
    assertThat(csv.lines().findFirst().orElse("")).contains("win_rate_difference", "use_rate_low");
    assertThat(csv.lines().count()).isGreaterThan(20);
  }

  @Test
  void theTabsKeepTheDays() {
    page.open("/performance/assets?from=2026-01-01&to=2026-12-31");
    page.click(By.xpath("//nav[@aria-label='Reports']//a[. = 'Journey']"));
    page.await("the journey", () -> page.path().startsWith("/performance/journey"));
    assertThat(page.path()).contains("from=2026-01-01", "to=2026-12-31");
    assertThat(page.find(".report-table").getText()).contains("Supply", "Demand", "Result");
  }
}
