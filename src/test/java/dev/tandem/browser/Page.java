package dev.tandem.browser;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A page of the running program as a person uses it: it waits until what is asked for is there. */
final class Page {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Chromium browser;

  Page(Chromium browser) {
    this.browser = browser;
  }

  Page open(String path) {
    browser.driver().get(SampleServer.url(path));
    return this;
  }

  /** Signs in as a user of the sample company, from the cards of the sign-in page. */
  Page signIn(String user) {
    browser.driver().manage().deleteAllCookies();
    open("/login");
    click(By.xpath("//*[contains(@class,'sign-in-samples')]//button[contains(., '" + user + "')]"));
    await("signed in", () -> !path().startsWith("/login"));
    return this;
  }

  String path() {
    return browser.driver().getCurrentUrl().substring(SampleServer.url("").length());
  }

  WebElement find(String css) {
    return find(By.cssSelector(css));
  }

  WebElement find(By by) {
    return Objects.requireNonNull(
        waiting("to see " + by)
            .until(
                driver ->
                    driver.findElements(by).stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst()
                        .orElse(null)));
  }

  List<WebElement> all(String css) {
    return browser.driver().findElements(By.cssSelector(css)).stream()
        .filter(WebElement::isDisplayed)
        .toList();
  }

  void click(String css) {
    click(By.cssSelector(css));
  }

  void click(By by) {
    waiting("to click " + by)
        .until(
            driver -> {
              try {
                find(by).click();
                return true;
              } catch (ElementClickInterceptedException stillMoving) {
                return false;
              }
            });
  }

  void type(String css, String text) {
    var field = find(css);
    field.click();
    field.sendKeys(text);
  }

  void press(CharSequence... keys) {
    new Actions(browser.driver()).sendKeys(keys).perform();
  }

  WebElement focused() {
    return browser.driver().switchTo().activeElement();
  }

  void await(String what, java.util.function.BooleanSupplier happened) {
    waiting(what).until(driver -> happened.getAsBoolean());
  }

  private WebDriverWait waiting(String what) {
    var wait = new WebDriverWait(browser.driver(), PATIENCE, Duration.ofMillis(100));
    wait.withMessage(what).ignoring(StaleElementReferenceException.class);
    return wait;
  }

  /** How far the page reaches beyond the window to the right, in pixels; 0 when it fits. */
  long overflow() {
    var pixels =
        browser
            .driver()
            .executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
    return pixels instanceof Number number ? number.longValue() : -1;
  }
}
