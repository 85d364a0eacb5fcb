package dev.tandem.library.sources.website;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Request;
import dev.tandem.library.sources.ContentSource;
import dev.tandem.library.sources.Fetched;
import dev.tandem.library.sources.SourceAccesses;
import dev.tandem.library.sources.SourceFailure;
import dev.tandem.library.sources.SourceItem;
import dev.tandem.library.sources.Told;
import dev.tandem.testing.PlayedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebsiteTest {
  @TempDir Path fetched;
  private final Site site = new Site();
  private final List<Duration> pauses = new ArrayList<>();

  private static final class Site extends PlayedServer {
    static final String CHANGED = "Wed, 04 Nov 2026 09:30:00 GMT";
    final Map<String, ResponseDefinitionBuilder> pages = new HashMap<>();
    final List<String> asked = new ArrayList<>();

    @Override
    protected ResponseDefinitionBuilder answer(Request request) {
      asked.add(request.getUrl());
      var page = pages.get(request.getUrl());
      if (page == null) return WireMock.aResponse().withStatus(404);
      boolean known =
          "\"v1\"".equals(request.getHeader("If-None-Match"))
              || CHANGED.equals(request.getHeader("If-Modified-Since"));
      return known ? WireMock.aResponse().withStatus(304) : page;
    }

    void page(String path, String type, String body) {
      pages.put(
          path,
          WireMock.aResponse()
              .withHeader("Content-Type", type)
              .withHeader("ETag", "\"v1\"")
              .withBody(body.replace("{url}", url())));
    }
  }

  private ContentSource source() {
    return new WebsiteFactory(pauses::add).open("site", SourceAccesses.web("website", site.url()));
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private void sitemap(String... paths) {
    var urls = new StringBuilder();
    for (var path : paths) urls.append("<url><loc>{url}").append(path).append("</loc></url>");
    site.page(
        "/sitemap.xml",
        "application/xml",
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">" + urls + "</urlset>");
  }

  @Test
  void pagesOfTheSitemapAreToldAsFarAsRobotsMayGo() {
    site.page(
        "/robots.txt",
        "text/plain",
        "User-agent: *\nDisallow: /private/\nAllow: /private/but-open\n");
    sitemap("/a", "/private/b", "/private/but-open");
    assertThat(Told.by(source(), null).items.keySet())
        .containsExactly(site.url() + "/a", site.url() + "/private/but-open");
  }

  @Test
  void robotsSpeakToUsByName() {
    site.page("/robots.txt", "text/plain", "User-agent: TandemBot\nDisallow: /\n");
    sitemap("/a");
    // the sitemap itself is named to be read; pages are what robots.txt is about
    assertThat(Told.by(source(), null).items).isEmpty();
  }

  @Test
  void withoutAnAnswerOfRobotsNothingIsRead() {
    site.pages.put("/robots.txt", WireMock.aResponse().withStatus(503));
    sitemap("/a");
    assertThatThrownBy(() -> Told.by(source(), null))
        .isInstanceOf(SourceFailure.class)
        .hasMessageContaining("robots.txt");
  }

  @Test
  void indexesOfSitemapsAreFollowedAndChangesKnown() {
    site.page("/robots.txt", "text/plain", "User-agent: *\nDisallow:\nSitemap: {url}/index.xml\n");
    site.page(
        "/index.xml",
        "application/xml",
        "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap><loc>{url}/one.xml</loc></sitemap></sitemapindex>");
    site.page(
        "/one.xml",
        "application/xml",
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>{url}/a</loc><lastmod>2026-03-01</lastmod></url></urlset>");
    var told = Told.by(source(), null);
    assertThat(Objects.requireNonNull(told.items.get(site.url() + "/a")).version())
        .isEqualTo("changed 2026-03-01T00:00:00Z");
    assertThat(told.mark).as("a whole listing").isEmpty();
  }

  @Test
  void whatFallsOutOfAFeedIsAskedForBeforeItCountsAsGone() throws IOException {
    site.page("/robots.txt", "text/plain", "User-agent: *\nDisallow:\nSitemap: {url}/feed\n");
    site.page(
        "/feed",
        "application/rss+xml",
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>News</title><link>{url}</link><item><title>A</title><link>{url}/a</link></item></channel></rss>");
    var told = new Told();
    told.known = List.of(site.url() + "/old");
    told.mark = source().list(null, told);
    assertThat(told.mark).isPresent();
    assertThat(told.items).containsKeys(site.url() + "/a", site.url() + "/old");
    var old = Objects.requireNonNull(told.items.get(site.url() + "/old"));
    assertThat(source().fetch(old, null, into())).isInstanceOf(Fetched.Gone.class);
  }

  @Test
  void aPageThatDidNotChangeIsNotFetchedAgain() throws IOException {
    site.page("/a", "text/html; charset=utf-8", "<h1>A</h1>");
    var first = (Fetched.Content) source().fetch(item("/a"), null, into());
    assertThat(first.version()).isEqualTo("etag \"v1\"");
    assertThat(first.fileName()).isEqualTo("a.html");
    assertThat(source().fetch(item("/a"), first.version(), into()))
        .isInstanceOf(Fetched.NotModified.class);
  }

  @Test
  void whereThereIsOnlyADayOfChangeItIsAskedBy() throws IOException {
    site.pages.put(
        "/a", WireMock.aResponse().withHeader("Last-Modified", Site.CHANGED).withBody("<h1>A"));
    var first = (Fetched.Content) source().fetch(item("/a"), null, into());
    assertThat(first.version()).isEqualTo("modified " + Site.CHANGED);
    assertThat(source().fetch(item("/a"), first.version(), into()))
        .isInstanceOf(Fetched.NotModified.class);
  }

  @Test
  void entriesOfAnAtomFeedAreTold() {
    site.page("/robots.txt", "text/plain", "User-agent: *\nDisallow:\nSitemap: {url}/feed\n");
    site.page(
        "/feed",
        "application/atom+xml",
        """
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>urn:news</id>
         <updated>2026-11-04T09:30:00Z</updated><link rel="self" href="{url}/feed"/>
         <entry><title>A</title><id>urn:a</id><updated>2026-11-04T09:30:00Z</updated>
          <link href="{url}/a"/></entry></feed>""");
    assertThat(Told.by(source(), null).items).containsOnlyKeys(site.url() + "/a");
  }

  @Test
  void aPageThatAsksNotToBeIndexedIsLeft() throws IOException {
    site.pages.put(
        "/a", WireMock.aResponse().withHeader("X-Robots-Tag", "noindex, nofollow").withBody("x"));
    assertThat(source().fetch(item("/a"), null, into())).isInstanceOf(Fetched.Refused.class);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          <meta name="robots" content="noindex, nofollow">      | true
          <META content='none' NAME=robots />                   | true
          <meta name="TandemBot" content="noindex">             | true
          <meta name="robots" content="index, follow">          | false
          <meta name="otherbot" content="noindex">              | false
          <!-- <meta name="robots" content="noindex"> -->       | false
          <meta name="description" content="about noindex">     | false
          """)
  void aPageMayAskForItInItsHead(String meta, boolean left) throws IOException {
    site.pages.put(
        "/a",
        WireMock.aResponse()
            .withHeader("Content-Type", "text/html; charset=utf-8")
            .withBody("<html><head>" + meta + "</head><body>Text</body></html>"));
    var fetched = source().fetch(item("/a"), null, into());
    assertThat(fetched).isInstanceOf(left ? Fetched.Refused.class : Fetched.Content.class);
  }

  @Test
  void redirectsThatLeaveTheSiteAreNotFollowed() throws IOException {
    site.pages.put(
        "/a",
        WireMock.aResponse()
            .withStatus(302)
            .withHeader("Location", "http://169.254.169.254/latest/meta-data"));
    assertThat(source().fetch(item("/a"), null, into()))
        .isInstanceOfSatisfying(
            Fetched.Refused.class, it -> assertThat(it.reason()).contains("169.254.169.254"));
  }

  @Test
  void aSiteInsideTheNetworkIsNotReadUnlessItIsOnesOwn() {
    sitemap("/a");
    var inward = new WebsiteFactory(pauses::add).open("site", SourceAccesses.publicWeb(site.url()));
    assertThatThrownBy(() -> Told.by(inward, null))
        .isInstanceOf(SourceFailure.class)
        .hasMessageContaining("private network");
    assertThat(site.asked).isEmpty();
  }

  @Test
  void pagesOfOtherSitesAreNoneOfOurs() {
    site.page(
        "/sitemap.xml",
        "application/xml",
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>http://elsewhere.example.com/a</loc></url></urlset>");
    assertThat(Told.by(source(), null).items).isEmpty();
  }

  @Test
  void aSitemapCannotReadOurFiles() {
    site.page(
        "/sitemap.xml",
        "application/xml",
        "<!DOCTYPE u [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>{url}/&x;</loc></url></urlset>");
    assertThatThrownBy(() -> Told.by(source(), null))
        .isInstanceOf(SourceFailure.class)
        .hasMessageNotContaining("root:");
  }

  @Test
  void theSitesOwnPaceIsKept() {
    site.page("/robots.txt", "text/plain", "User-agent: *\nCrawl-delay: 5\n");
    sitemap("/a");
    assertThat(Told.by(source(), null).items).hasSize(1);
    assertThat(pauses.getLast()).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(5));
  }

  @ParameterizedTest(name = "{0} is inward: {1}")
  @CsvSource({
    "127.0.0.1,true",
    "10.1.2.3,true",
    "172.16.0.1,true",
    "192.168.1.1,true",
    "169.254.169.254,true",
    "100.64.0.1,true",
    "0.0.0.0,true",
    "::1,true",
    "fd00::1,true",
    "fe80::1,true",
    "::ffff:127.0.0.1,true",
    "93.184.216.34,false",
    "2606:2800:220:1::1,false"
  })
  void addressesBehindTheServerAreKnown(String address, boolean inward) throws IOException {
    assertThat(AddressGuard.isInward(InetAddress.getByName(address))).isEqualTo(inward);
  }

  private SourceItem item(String path) {
    var address = site.url() + path;
    var name = URI.create(address).getPath().substring(1);
    return new SourceItem(address, name, null, address, SourceItem.Rights.AS_FOUND, -1);
  }

  private Path into() {
    return fetched.resolve("content");
  }
}
