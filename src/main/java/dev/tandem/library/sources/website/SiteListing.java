package dev.tandem.library.sources.website;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.AbstractSiteMap.SitemapType;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.UnknownFormatException;
import dev.tandem.library.sources.SourceFailure;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads sitemaps, indexes of them, and feeds into one list of pages. */
final class SiteListing {
  private static final int MOST_MAPS = 500;
  private static final int MOST_PAGES = 50_000;

  private final PoliteVisitor visitor;
  private final SiteMapParser parser = new SiteMapParser(false);
  private final Map<String, Optional<String>> pages = new LinkedHashMap<>();
  private boolean whole = true;

  SiteListing(PoliteVisitor visitor) {
    this.visitor = visitor;
    parser.setStrictNamespace(false);
  }

  /** When each page was changed last, by its address; empty where the site does not say. */
  Map<String, Optional<String>> pages() {
    return pages;
  }

  /** False when a feed was among them: what falls out of a feed is not gone. */
  boolean isWhole() {
    return whole;
  }

  void read(Collection<URI> maps) throws IOException {
    var waiting = new ArrayDeque<>(maps);
    var read = new HashSet<URI>();
    while (!waiting.isEmpty()) {
      var next = waiting.remove();
      if (!read.add(next)) continue;
      if (read.size() > MOST_MAPS) throw new IOException("more than " + MOST_MAPS + " sitemaps");
      switch (parse(next)) {
        case SiteMapIndex index ->
            index.getSitemaps().forEach(map -> waiting.add(URI.create(map.getUrl().toString())));
        case SiteMap map -> add(map);
        default -> throw new IOException(next + " is neither a sitemap nor a feed");
      }
    }
  }

  private AbstractSiteMap parse(URI uri) throws IOException {
    try (var answer = visitor.get(uri, Map.of())) {
      if (answer.status() != 200)
        throw SourceFailure.unreachable(uri + " answers " + answer.status(), null);
      return parser.parseSiteMap(answer.bytes(), uri.toURL());
    } catch (UnknownFormatException wrong) {
      throw SourceFailure.refused(
          uri + " is neither a sitemap nor a feed: " + wrong.getMessage(),
          "Name the right address in the setting 'feeds', or correct the site's robots.txt.");
    }
  }

  private void add(SiteMap map) throws IOException {
    if (map.getType() == SitemapType.RSS || map.getType() == SitemapType.ATOM) whole = false;
    for (var page : map.getSiteMapUrls()) {
      if (pages.size() == MOST_PAGES)
        throw new IOException(
            "more than " + MOST_PAGES + " pages; use 'include' or several sources");
      var changed = page.getLastModified();
      var address = page.getUrl().toString().replaceAll("#.*$", "");
      pages.put(
          address,
          changed == null ? Optional.empty() : Optional.of("changed " + changed.toInstant()));
    }
  }
}
