package dev.tandem.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Lets people and programs in. */
class AdministratorDayIT {
  private static final Chromium browser = new Chromium();
  private final Page page = new Page(browser);

  @AfterAll
  static void close() {
    browser.close();
  }

  @BeforeEach
  void signIn() {
    browser.size(1280, 900);
    page.signIn("dana.whitlock");
  }

  @Test
  void aNewUserSignsInWithTheFirstPasswordAndIsAskedForAnOwnOne() {
    var name = "new." + UUID.randomUUID().toString().substring(0, 8);
    page.open("/settings/users");
    page.click(By.xpath("//vaadin-button[contains(., 'New user')]"));
    page.fill("User name", name);
    page.fill("Name", "Nora New");
    page.click(By.xpath("//vaadin-dialog//vaadin-button[normalize-space()='Create']"));
    var password = page.find(".secret input").getDomProperty("value");
    page.click(By.xpath("//vaadin-button[contains(., 'I have it')]"));
    page.find(By.xpath("//*[contains(@class,'table-row')][contains(., '" + name + "')]"));

    page.signIn(name, password);
    page.await("the account", () -> page.path().startsWith("/account"));
    assertThat(page.find("h1").getText()).isEqualTo("Choose your password");
  }

  @Test
  void aTokenIsShownOnceAndOpensTheApi() {
    var token = page.newToken("Nightly export", "Ingrid");
    assertThat(page.api("/api/v1/search?q=pricing", token)).contains("\"total\"");
    page.open("/settings/tokens");
    assertThat(page.find(".table-rows").getText()).contains("Nightly export");
    assertThat(browser.driver().getPageSource()).doesNotContain(token);
  }
}
