package dev.tandem.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.Keys;
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

  /** Signs in by name and password. */
  Page signIn(String user, String password) {
    browser.driver().manage().deleteAllCookies();
    open("/login");
    find("input[name='username']").sendKeys(user);
    find("input[name='password']").sendKeys(password, Keys.ENTER);
    await("signed in", () -> !path().startsWith("/login"));
    return this;
  }

  /**
   * Issues an API token as the administrator who is signed in, and takes it from the dialog.
   *
   * @param scopes that it has beside those which are proposed
   */
  String newToken(String purpose, String user, String... scopes) {
    return newToken("", purpose, user, scopes);
  }

  /** One with the rights of an administrator. */
  String newAdministratorsToken(String purpose, String user, String... scopes) {
    return newToken("Administrator", purpose, user, scopes);
  }

  private String newToken(String role, String purpose, String user, String... scopes) {
    open("/settings/tokens");
    click(By.xpath("//vaadin-button[contains(., 'New token')]"));
    fill("What it is for", purpose);
    fill("User it acts for", user);
    click(By.xpath("//vaadin-combo-box-item[contains(., '" + user + "')]"));
    if (!role.isEmpty()) {
      click(By.xpath("(//vaadin-dialog//vaadin-select)[1]"));
      click(By.xpath("//vaadin-select-item[contains(., '" + role + "')]"));
    }
    for (var scope : scopes)
      click(By.xpath("//vaadin-dialog//vaadin-checkbox[starts-with(., '" + scope + "')]//label"));
    click(By.xpath("//vaadin-dialog//vaadin-button[contains(., 'Create token')]"));
    return String.valueOf(find(".secret input").getDomProperty("value"));
  }

  /** Fills the field of this label in the open dialog. */
  void fill(String label, String text) {
    var field =
        find(By.xpath("//vaadin-dialog//label[normalize-space()='" + label + "']/.."))
            .findElement(By.cssSelector("input"));
    field.sendKeys(text);
  }

  /** Hands files to an upload as if they had been chosen in the system's dialog. */
  void choose(String upload, Path... files) {
    var input = find(upload).getShadowRoot().findElement(By.cssSelector("input[type='file']"));
    for (var file : files) input.sendKeys(file.toAbsolutePath().toString());
  }

  /** The line of a list that holds both texts. */
  WebElement row(String name, String state) {
    return find(
        By.xpath(
            "//*[contains(@class,'import-row')][contains(., '%s') and contains(., '%s')]"
                .formatted(name, state)));
  }

  /** What the signed-in browser gets from an address. */
  String fetch(@Nullable String address) {
    return String.valueOf(
        browser
            .driver()
            .executeAsyncScript(
                "const done = arguments[1]; fetch(arguments[0]).then(a => a.text()).then(done)",
                address));
  }

  /** What a program gets from the API. */
  String api(String path, String token) {
    return send(HttpRequest.newBuilder(address(path)).GET(), token);
  }

  /** What a program gets for what it posts as JSON. */
  String post(String path, String token, String json) {
    var request = HttpRequest.newBuilder(address(path)).header("Content-Type", "application/json");
    return send(request.POST(BodyPublishers.ofString(json)), token);
  }

  /** What a program gets that posts with headers of its own instead of a token. */
  String send(String path, String type, String body, String... headers) {
    var request = HttpRequest.newBuilder(address(path)).header("Content-Type", type);
    return send(request.headers(headers).POST(BodyPublishers.ofString(body)), "");
  }

  private static URI address(String path) {
    return URI.create(SampleServer.url(path));
  }

  private static String send(HttpRequest.Builder request, String token) {
    try (var client = HttpClient.newHttpClient()) {
      var answer =
          client.send(
              request.header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
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

  /**
   * Clicks the first that is not covered by something else, such as a row below a list's edge;
   * where all are, it scrolls to the first, as people do.
   */
  void click(By by) {
    waiting("to click " + by)
        .until(
            driver -> {
              var found = driver.findElements(by);
              if (found.stream().filter(WebElement::isDisplayed).anyMatch(Page::clicked))
                return true;
              found.stream().limit(1).forEach(this::scrollTo);
              return false;
            });
  }

  private void scrollTo(WebElement element) {
    browser.driver().executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
  }

  private static boolean clicked(WebElement element) {
    try {
      element.click();
      return true;
    } catch (ElementClickInterceptedException covered) {
      return false;
    }
  }

  void type(String css, String text) {
    var field = find(css);
    field.click();
    field.sendKeys(text);
  }

  void press(CharSequence... keys) {
    new Actions(browser.driver()).sendKeys(keys).perform();
  }

  /** Puts the focus where the Tab key would bring it after a while. */
  void focus(String css) {
    await(
        "focus on " + css,
        () ->
            Boolean.TRUE.equals(
                browser
                    .driver()
                    .executeScript(
                        "const it = document.querySelector(arguments[0]); it?.focus(); return it"
                            + " !== null && document.activeElement === it",
                        css)));
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

  /** Whether every answer has come and is on the screen. */
  boolean idle() {
    return Boolean.TRUE.equals(
        browser
            .driver()
            .executeScript(
                "return Object.values(window.Vaadin.Flow.clients).every(c => !c.isActive?.())"));
  }

  private static final String CONTENT =
      "const box = document.querySelector('vaadin-app-layout').shadowRoot"
          + ".querySelector('[part~=\"content\"]'); ";

  /** Scrolls what the frame holds, by so many pixels. */
  void scroll(int pixels) {
    browser.driver().executeScript(CONTENT + "box.scrollTop += arguments[0]", pixels);
  }

  /** How far what the frame holds is scrolled, in pixels. */
  long scrolled() {
    var pixels = browser.driver().executeScript(CONTENT + "return Math.round(box.scrollTop)");
    return pixels instanceof Number number ? number.longValue() : -1;
  }

  /** How far the page reaches beyond the window to the right, in pixels; 0 when it fits. */
  long overflow() {
    var pixels =
        browser
            .driver()
            .executeScript(
                "return document.documentElement.scrollWidth -"
                    + " document.documentElement.clientWidth");
    return pixels instanceof Number number ? number.longValue() : -1;
  }
}
