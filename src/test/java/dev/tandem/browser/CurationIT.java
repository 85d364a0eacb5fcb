package dev.tandem.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** A marketer puts an asset first for a segment, and the rep sees it first, with who and why. */
class CurationIT {
  private static final String PINNED = "Mount and register a PG-20 in half an hour";
  private static final String WHY = "Stocks of the old gateway run out";

  private static final Chromium browser = new Chromium();
  private final Page page = new Page(browser);

  @AfterAll
  static void close() {
    browser.close();
  }

  @Test
  void whatAMarketerPinsForASegmentTheRepSeesFirstWithWhoAndWhy() {
    browser.size(1280, 900);
    page.signIn("ingrid.solberg");
    page.open("/curation");
    page.click(By.xpath("//vaadin-button[contains(., 'New rule')]"));
    page.await("the first field", () -> "Content".equals(page.focused().getAccessibleName()));
    choose("Content", PINNED);
    choose("Industry", "Utilities");
    choose("Product", "Larkspur Dispatch");
    page.fill("Reason", WHY);
    page.click(By.xpath("//vaadin-dialog//vaadin-button[contains(., 'Save')]"));
    assertThat(rule().getText()).contains("pinned", "Utilities · Larkspur Dispatch", WHY);

    page.signIn("anna.berg");
    page.open("/deals/D-1001");
    var first = page.find(".slate-card");
    assertThat(first.findElement(By.cssSelector(".slate-title")).getText()).isEqualTo(PINNED);
    assertThat(first.findElement(By.cssSelector(".badge-curated")).getText())
        .startsWith("Pinned by Ingrid Solberg until ");
    assertThat(first.findElement(By.cssSelector(".slate-reasons")).getText())
        .startsWith("Pinned by Ingrid Solberg until ")
        .contains(": " + WHY);

    page.signIn("ingrid.solberg");
    page.open("/curation");
    page.click(By.xpath("//vaadin-button[@aria-label='End the rule for " + PINNED + "']"));
    page.await("the rule is over", () -> rule().getText().contains("ended by Ingrid Solberg"));
    page.signIn("anna.berg");
    page.open("/deals/D-1001");
    page.find(".slate-card");
    assertThat(page.all(".badge-curated")).isEmpty();
  }

  private org.openqa.selenium.WebElement rule() {
    return page.find(By.xpath("//*[contains(@class,'rule-row')][contains(., '" + WHY + "')]"));
  }

  private void choose(String label, String item) {
    page.fill(label, item);
    page.click(By.xpath("//vaadin-combo-box-item[normalize-space()='" + item + "']"));
  }
}
