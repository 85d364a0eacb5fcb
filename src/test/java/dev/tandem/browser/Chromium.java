package dev.tandem.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A headless Chromium with an empty profile of its own. */
public final class Chromium implements AutoCloseable {
  private static final List<String> BROWSERS =
      List.of(
          "/usr/bin/chromium",
          "/usr/bin/chromium-browser",
          "/usr/bin/google-chrome",
          "/snap/bin/chromium",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
          "/Applications/Chromium.app/Contents/MacOS/Chromium");
  private static final List<String> DRIVERS =
      List.of("/usr/bin/chromedriver", "/usr/lib/chromium-browser/chromedriver");

  private final ChromeDriver driver;
  private final Path profile;

  public Chromium() {
    try {
      profile = Files.createTempDirectory("tandem-chromium");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var options = new ChromeOptions();
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--force-device-scale-factor=1",
        "--user-data-dir=" + profile);
    firstExisting(BROWSERS, "TANDEM_TEST_BROWSER").ifPresent(options::setBinary);
    var service = new ChromeDriverService.Builder();
    firstExisting(DRIVERS, "TANDEM_TEST_DRIVER")
        .ifPresent(found -> service.usingDriverExecutable(new File(found)));
    try {
      driver = new ChromeDriver(service.build(), options);
    } catch (WebDriverException e) {
      throw new IllegalStateException(
          "The browser tests need Chromium and found none that starts, nor could one be downloaded."
              + " Install it (Debian, Ubuntu: apt-get install chromium chromium-driver; macOS: brew"
              + " install --cask google-chrome) or point TANDEM_TEST_BROWSER and TANDEM_TEST_DRIVER"
              + " to it.",
          e);
    }
  }

  private static Optional<String> firstExisting(List<String> places, String variable) {
    var named = System.getenv(variable);
    if (named != null && !named.isBlank()) return Optional.of(named);
    return places.stream().filter(place -> Files.isExecutable(Path.of(place))).findFirst();
  }

  public ChromeDriver driver() {
    return driver;
  }

  /** Sets the size of the page itself, without any frame of the window. */
  public void size(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
  }

  /** Makes the page believe that the system prefers the dark (or the light) scheme. */
  public void dark(boolean dark) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
  }

  public void screenshot(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
    try (var files = Files.walk(profile)) {
      files.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
