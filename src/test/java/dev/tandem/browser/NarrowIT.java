package dev.tandem.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every view fits a phone: nothing is cut off, nothing scrolls sideways. */
class NarrowIT {
  private static final Chromium browser = new Chromium();
  private static String signedIn = "";
  private final Page page = new Page(browser);

  @AfterAll
  static void close() {
    browser.close();
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          anna.berg      | /
          anna.berg      | /deals
          anna.berg      | /deals/D-1001
          anna.berg      | /deals/new
          anna.berg      | /search?q=pricing
          anna.berg      | /search?q=xyzzyplugh
          anna.berg      | /account
          anna.berg      | /no/such/page
          ingrid.solberg | /
          ingrid.solberg | /library
          ingrid.solberg | /library?confirm=yes
          ingrid.solberg | /import
          ingrid.solberg | /performance
          ingrid.solberg | /performance/assets
          ingrid.solberg | /performance/journey
          ingrid.solberg | /performance/unused
          ingrid.solberg | /performance/gaps
          ingrid.solberg | /performance/champions
          ingrid.solberg | /performance/attribution
          ingrid.solberg | /curation
          ingrid.solberg | /learning
          ingrid.solberg | /settings/stages
          ingrid.solberg | /settings/vocabulary
          dana.whitlock  | /settings/users
          dana.whitlock  | /settings/tokens
          dana.whitlock  | /settings/system\
          """)
  void fits(String user, String path) {
    browser.size(360, 740);
    if (!signedIn.equals(user)) page.signIn(user);
    signedIn = user;
    page.open(path);
    page.find(".view");
    page.await("settled", page::idle);
    assertThat(page.overflow()).isZero();
  }
}
