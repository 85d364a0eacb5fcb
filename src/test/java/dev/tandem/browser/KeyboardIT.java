package dev.tandem.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** A rep who never touches the mouse. */
class KeyboardIT {
  private static final Chromium browser = new Chromium();
  private final Page page = new Page(browser);

  @AfterAll
  static void close() {
    browser.close();
  }

  @BeforeEach
  void resultsOfASearchFromAnywhere() {
    browser.size(1280, 900);
    page.signIn("anna.berg").open("/deals");
    page.find(".deal-grid");
    page.press("/");
    page.press("pricing");
    page.press(Keys.ENTER);
    page.await("search", () -> page.path().startsWith("/search?q=pricing"));
    page.find(".search-results .slate-card");
    page.press(Keys.ARROW_DOWN);
    page.await("the first card", () -> focusedAsset() != null);
  }

  @Test
  void theFocusCanBeSeen() {
    assertThat(page.focused().getCssValue("outline-style")).isNotEqualTo("none");
  }

  @Test
  void theNavigationCanBeSkipped() {
    page.open("/deals");
    page.find(".deal-grid");
    page.press(Keys.TAB);
    page.await("the way past it", () -> "Skip to content".equals(page.focused().getText()));
    page.press(Keys.ENTER);
    page.await("the page", () -> "main".equals(page.focused().getDomAttribute("role")));
  }

  @Test
  void upFromTheFirstCardLeadsBackToTheWords() {
    page.press(Keys.ARROW_UP);
    page.await("the field", () -> "input".equals(page.focused().getTagName()));
  }

  @Test
  void aCardIsSentWithOneKeyAndEscapeLeadsBackToIt() {
    var asset = focusedAsset();
    page.press("s");
    page.find(".send-dialog");
    page.press(Keys.ESCAPE);
    page.await("closed", () -> page.all(".send-dialog").isEmpty());
    page.await("the same card", () -> String.valueOf(asset).equals(focusedAsset()));
  }

  @Test
  void aDismissalIsChosenWithArrowsAndTakenBack() {
    page.press("x");
    page.find(".reason-menu");
    page.press(Keys.ESCAPE);
    page.await("left alone", () -> page.all(".reason-menu").isEmpty());
  }

  @Test
  void aDismissalHandsTheFocusToTheNextCardAndUndoGivesItBack() {
    var asset = String.valueOf(focusedAsset());
    page.press(Keys.ARROW_DOWN);
    var next = String.valueOf(focusedAsset());
    page.press(Keys.ARROW_UP);
    page.press("x");
    page.find(".reason-menu");
    page.press(Keys.TAB);
    page.press(Keys.ENTER);
    page.await("the next card", () -> next.equals(focusedAsset()));
    page.click(By.xpath("//vaadin-button[normalize-space()='Undo']"));
    page.await("the card that came back", () -> asset.equals(focusedAsset()));
  }

  @Test
  void aFilterKeepsTheFocus() {
    page.focus(".facets vaadin-checkbox input");
    var name = page.focused().getAccessibleName().replaceAll(", .*", "");
    page.press(Keys.SPACE);
    page.await("narrowed", () -> page.path().contains("stage="));
    page.await("the same filter", () -> page.focused().getAccessibleName().startsWith(name));
  }

  @org.jspecify.annotations.Nullable
  private String focusedAsset() {
    return (String)
        browser
            .driver()
            .executeScript("return document.activeElement.closest('[data-asset]')?.dataset.asset");
  }
}
