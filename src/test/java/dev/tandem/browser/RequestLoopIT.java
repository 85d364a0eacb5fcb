package dev.tandem.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The loop between the teams, closed: what was not found is asked for, made, used and proven. */
class RequestLoopIT {
  private static final Chromium browser = new Chromium();
  private final Page page = new Page(browser);

  @TempDir Path folder;

  @AfterAll
  static void close() {
    browser.close();
  }

  @Test
  void whatWasNotFoundIsAskedForMadeRecommendedUsedAndProven() throws IOException {
    browser.size(1280, 900);
    var word = "zeppelin" + UUID.randomUUID().toString().substring(0, 6);
    var title = "Mooring checklist for the " + word;

    page.signIn("anna.berg");
    page.open("/search?q=" + word + "+mooring+checklist");
    page.find(".search-results .slate-card");
    page.focus(".ask-marketing");
    page.press(Keys.ENTER);
    page.find(".ask-dialog");
    page.click(button("Send to marketing"));
    page.find(By.xpath("//vaadin-notification-card[contains(., 'Marketing has it on its list')]"));
    page.open("/deals");
    page.click(".deal-card .grid-link, a.grid-link[href^='deals/']");
    page.await("a deal", () -> page.path().matches("/deals/[^/?]+.*"));
    var deal = page.path().replaceFirst("\\?.*", "");

    page.signIn("ingrid.solberg");
    page.open("/requests");
    page.click(By.xpath("//a[contains(@class,'request-link')][contains(., '" + word + "')]"));
    page.await("the request", () -> page.path().matches("/requests/\\d+"));
    var request = page.path();
    page.click(button("Accept"));
    page.click(inDialog("Accept"));
    page.await("accepted", () -> page.find(".request-view").getText().contains("Accepted"));
    var file =
        Files.writeString(
            folder.resolve(word + ".md"),
            "# "
                + title
                + "\n\nHow a buyer makes the "
                + word
                + " fast: masts, ropes, crew, and what to check before the decision.\n");
    page.open("/import");
    page.choose("vaadin-upload.import-drop", file);
    page.row(word + ".md", "Added");
    page.open(request);
    page.click(button("Deliver"));
    page.type(".ask-dialog vaadin-combo-box input", word);
    page.click(By.xpath("//vaadin-combo-box-item[contains(., '" + word + "')]"));
    page.click(inDialog("Deliver"));
    page.await("delivered", () -> page.find(".request-view").getText().contains("Delivered"));

    page.signIn("anna.berg");
    page.open("/messages");
    assertThat(page.find(".messages-view .table-rows").getText()).contains("is delivered", title);
    var card = By.xpath("//*[contains(@class,'slate-title')][contains(., '" + word + "')]");
    page.await(
        "the new asset among the recommendations of the deal",
        () -> {
          page.open(deal + "?q=" + word + "+mooring+checklist");
          page.find(".deal-slate .slate-card");
          return !browser.driver().findElements(card).isEmpty();
        });
    var asset =
        browser
            .driver()
            .findElement(card)
            .findElement(By.xpath("ancestor::*[@data-asset][1]"))
            .getDomAttribute("data-asset");
    page.focus("[data-asset='" + asset + "']");
    page.press(Keys.ENTER);
    page.find(".preview-dialog");

    page.signIn("ingrid.solberg");
    page.await(
        "the proof",
        () -> {
          page.open(request);
          return page.find(".request-view").getText().contains("Proven");
        });
    assertThat(page.find(".request-view").getText()).contains("in 1 deal", "the need is met");
  }

  private static By button(String words) {
    return By.xpath("//vaadin-button[normalize-space()='" + words + "']");
  }

  private static By inDialog(String words) {
    return By.xpath("//vaadin-dialog//vaadin-button[normalize-space()='" + words + "']");
  }
}
