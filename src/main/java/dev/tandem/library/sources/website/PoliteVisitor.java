package dev.tandem.library.sources.website;

import dev.tandem.library.sources.SourceFailure;
import dev.tandem.library.sources.SourceHttp;
import dev.tandem.library.sources.SourceHttp.Answer;
import dev.tandem.shared.Pause;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Asks one page after the other, never faster than agreed, and stays on the site. */
final class PoliteVisitor {
  /** By which a robots.txt may address us. */
  static final String NAME = "TandemBot";

  private static final String AGENT = NAME + "/1.0 (sales enablement; reads its owner's content)";
  private static final int MOST_REDIRECTS = 5;

  private final SourceHttp http;
  private final AddressGuard guard;
  private final Pause pause;
  private Duration pace;
  private long lastNanos = Long.MIN_VALUE;

  PoliteVisitor(SourceHttp http, AddressGuard guard, Pause pause, Duration pace) {
    this.http = http;
    this.guard = guard;
    this.pause = pause;
    this.pace = pace;
  }

  void slowDownTo(Duration slower) {
    if (slower.compareTo(pace) > 0) pace = slower;
  }

  /** Follows redirects as long as they stay on the site. */
  Answer get(URI uri, Map<String, String> conditions) throws IOException {
    var headers = new LinkedHashMap<>(conditions);
    headers.put("User-Agent", AGENT);
    var at = uri;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      guard.check(at);
      waitForTurn();
      var answer = http.get(at, headers);
      if (answer.status() < 301 || answer.status() > 308 || answer.status() == 304) return answer;
      answer.close();
      var location = answer.header("Location");
      if (location.isEmpty()) throw new IOException("a redirect to nowhere from " + at);
      try {
        at = at.resolve(location);
      } catch (IllegalArgumentException wrong) {
        throw new IOException("a redirect to no address: " + location, wrong);
      }
    }
    throw new IOException("more than " + MOST_REDIRECTS + " redirects from " + uri);
  }

  private void waitForTurn() {
    long now = System.nanoTime();
    if (lastNanos != Long.MIN_VALUE) {
      var left = pace.minusNanos(now - lastNanos);
      if (left.isPositive() && !pause.take(left))
        throw SourceFailure.unreachable("Tandem stops", null);
    }
    lastNanos = System.nanoTime();
  }
}
