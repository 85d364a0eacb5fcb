package dev.tandem.library.sources.website;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import dev.tandem.library.sources.ContentSource;
import dev.tandem.library.sources.Fetched;
import dev.tandem.library.sources.SourceAccess;
import dev.tandem.library.sources.SourceFailure;
import dev.tandem.library.sources.SourceHttp.Answer;
import dev.tandem.library.sources.SourceItem;
import dev.tandem.library.sources.SourceItem.Rights;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pages of a website, as far as its robots.txt lets us. */
final class Website implements ContentSource {
  private static final Map<String, String> ENDINGS =
      Map.of(
          "text/html", ".html",
          "application/xhtml+xml", ".html",
          "application/pdf", ".pdf",
          "text/plain", ".txt",
          "text/markdown", ".md");
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

  private final URI site;
  private final SourceAccess access;
  private final PoliteVisitor visitor;
  private final AddressGuard guard;
  private @Nullable SimpleRobotRules rules;

  Website(URI site, SourceAccess access, PoliteVisitor visitor, AddressGuard guard) {
    this.site = site;
    this.access = access;
    this.visitor = visitor;
    this.guard = guard;
  }

  @Override
  public Optional<String> list(@Nullable String mark, Listener listener) {
    var listing = new SiteListing(visitor);
    try {
      listing.read(maps());
    } catch (IOException e) {
      throw SourceFailure.unreachable("the site cannot be listed: " + e.getMessage(), e);
    }
    listing.pages().forEach((address, changed) -> tell(address, changed.orElse(null), listener));
    if (listing.isWhole()) return Optional.empty();
    // what is no longer in a feed is asked for: the site says whether it is gone
    listener.notToldYet().forEach(address -> tell(address, null, listener));
    return Optional.of("feed");
  }

  private List<URI> maps() throws IOException {
    var maps = new ArrayList<>(access.feeds());
    for (var map : rules().getSitemaps()) maps.add(site.resolve(map));
    return maps.isEmpty() ? List.of(site.resolve("/sitemap.xml")) : maps;
  }

  private void tell(String address, @Nullable String changed, Listener listener) {
    try {
      var uri = URI.create(address);
      if (!guard.isOfSite(uri) || !rules().isAllowed(address)) return;
      listener.found(new SourceItem(address, name(uri), changed, address, Rights.AS_FOUND, -1));
    } catch (IllegalArgumentException noAddress) {
      // a sitemap may hold anything; what is no address is no page
    } catch (IOException e) {
      throw SourceFailure.unreachable("robots.txt cannot be read: " + e.getMessage(), e);
    }
  }

  /** Without an answer to what is allowed, nothing is (RFC 9309, 2.3.1). */
  private SimpleRobotRules rules() throws IOException {
    var known = rules;
    if (known != null) return known;
    var address = site.resolve("/robots.txt");
    try (var answer = visitor.get(address, Map.of())) {
      int status = answer.status();
      if (status >= 500 || status == 429)
        throw new IOException("robots.txt answers " + status + "; until it does, nothing is read");
      var read =
          status == 200
              ? new SimpleRobotRulesParser()
                  .parseContent(
                      address.toString(),
                      answer.bytes(),
                      "text/plain",
                      List.of(PoliteVisitor.NAME.toLowerCase(Locale.ROOT)))
              : new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);
      if (read.getCrawlDelay() > 0) {
        var delay = Duration.ofMillis(read.getCrawlDelay());
        visitor.slowDownTo(delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay);
      }
      rules = read;
      return read;
    }
  }

  @Override
  public Fetched fetch(SourceItem item, @Nullable String known, Path into) throws IOException {
    var conditions = new LinkedHashMap<String, String>();
    if (known != null && known.startsWith("etag "))
      conditions.put("If-None-Match", known.substring(5));
    if (known != null && known.startsWith("modified "))
      conditions.put("If-Modified-Since", known.substring(9));
    try (var answer = visitor.get(URI.create(item.key()), conditions)) {
      return switch (answer.status()) {
        case 200 -> content(item, answer, into);
        case 304 -> new Fetched.NotModified();
        case 404, 410 -> new Fetched.Gone();
        default ->
            new Fetched.Refused(
                "the site answers " + answer.status(), "Look at the page, or exclude it.");
      };
    } catch (SourceFailure elsewhere) {
      return new Fetched.Refused(String.valueOf(elsewhere.getMessage()), elsewhere.advice());
    }
  }

  private Fetched content(SourceItem item, Answer answer, Path into) throws IOException {
    if (answer.header("X-Robots-Tag").toLowerCase(Locale.ROOT).matches(".*\\b(noindex|none)\\b.*"))
      return notToBeIndexed();
    answer.into(into, access.largest());
    if (answer.header("Content-Type").contains("html") && RobotsMeta.refuses(into))
      return notToBeIndexed();
    var etag = answer.header("ETag");
    var modified = answer.header("Last-Modified");
    var version =
        !etag.isEmpty() ? "etag " + etag : modified.isEmpty() ? "unknown" : "modified " + modified;
    var name = withEnding(item.fileName(), answer.header("Content-Type"));
    return new Fetched.Content(Objects.requireNonNullElse(item.version(), version), name);
  }

  private static Fetched notToBeIndexed() {
    return new Fetched.Refused(
        "the site asks not to index this page", "Let the site allow it, or exclude the page.");
  }

  private static String name(URI uri) {
    var path = uri.getPath() == null ? "" : uri.getPath().replaceAll("/+$", "");
    var name = path.substring(path.lastIndexOf('/') + 1);
    return name.isEmpty() ? "index" : name;
  }

  private static String withEnding(String name, String contentType) {
    var type = contentType.replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
    var ending = ENDINGS.getOrDefault(type, "");
    return name.toLowerCase(Locale.ROOT).endsWith(ending) ? name : name + ending;
  }
}
