package dev.tandem.deals.crm;

import dev.tandem.shared.Pause;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a CRM over HTTP and reads JSON. What may pass is tried again: no answer in time, half an
 * answer, 429, 500 to 504. A wait that the CRM asks for is kept when it is short; a long one ends
 * the run, which goes on by itself later. Secrets are in headers only, and headers are never
 * logged.
 */
public final class CrmHttp {
  private static final Logger LOG = LoggerFactory.getLogger(CrmHttp.class);
  private static final int TRIES = 5;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
  private static final long LARGEST_ANSWER = 64L << 20;

  private static final String NEW_CREDENTIALS =
      "The credentials are wrong or have expired: enter new ones under Connection, or set them in"
          + " the configuration if it came from there.";
  private final HttpClient client;
  private final String label;
  private final Duration timeout;
  private final Pause pause;
  private final Clock clock;
  private final Supplier<Map<String, String>> headers;
  private final BooleanSupplier renew;

  /**
   * @param label of the CRM, for messages
   * @param headers asked before every try, so that a renewed token is used
   */
  public CrmHttp(
      String label,
      Duration timeout,
      Pause pause,
      Clock clock,
      Supplier<Map<String, String>> headers) {
    this(label, timeout, pause, clock, headers, () -> false);
  }

  /**
   * @param renew called when the CRM no longer knows the token; answers whether to ask once more
   */
  public CrmHttp(
      String label,
      Duration timeout,
      Pause pause,
      Clock clock,
      Supplier<Map<String, String>> headers,
      BooleanSupplier renew) {
    this.renew = renew;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    this.label = label;
    this.timeout = timeout;
    this.pause = pause;
    this.clock = clock;
    this.headers = headers;
  }

  public JsonNode get(URI uri) {
    return ask("GET", uri, null, "application/json");
  }

  public JsonNode post(URI uri, JsonNode body) {
    return ask("POST", uri, body.toString(), "application/json");
  }

  /** A form, as OAuth token endpoints take it. */
  public JsonNode postForm(URI uri, String form) {
    return ask("POST", uri, form, "application/x-www-form-urlencoded");
  }

  private JsonNode ask(String method, URI uri, @Nullable String body, String mediaType) {
    var wait = FIRST_WAIT;
    boolean renewed = false;
    for (int attempt = 1; ; attempt++) {
      String trouble;
      Throwable cause = null;
      Optional<Duration> asked = Optional.empty();
      try {
        var response = client.send(request(method, uri, body, mediaType), BodyHandlers.ofString());
        int status = response.statusCode();
        if (status >= 200 && status < 300) {
          var answer = json(response);
          if (answer.isPresent()) return answer.get();
          trouble = "its answer to " + uri.getPath() + " is no whole JSON text";
        } else if (status == 429 || status >= 500 && status <= 504) {
          asked = retryAfter(response);
          trouble = "it answers " + status + " to " + uri.getPath();
        } else if (status == 401 && !renewed && renew.getAsBoolean()) {
          renewed = true;
          continue;
        } else {
          throw refused(status, uri, response.body());
        }
      } catch (IOException e) {
        cause = e;
        trouble = "no answer to " + uri.getPath() + ": " + reason(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw CrmFailure.unreachable("the sync was interrupted", e);
      }
      var next = asked.orElse(wait);
      if (next.compareTo(LONGEST_WAIT) > 0)
        throw CrmFailure.later(
            label + " asks to wait " + next.toSeconds() + " s", clock.instant().plus(next));
      if (attempt == TRIES)
        throw CrmFailure.unreachable(label + ": " + trouble + " (" + TRIES + " tries)", cause);
      LOG.info("{}: {}; try {} follows in {} s", label, trouble, attempt + 1, next.toSeconds());
      if (!pause.take(next)) throw CrmFailure.unreachable("Tandem stops", null);
      wait = wait.multipliedBy(2);
    }
  }

  private HttpRequest request(String method, URI uri, @Nullable String body, String mediaType) {
    var request =
        HttpRequest.newBuilder(uri)
            .timeout(timeout)
            .header("Accept", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (body != null) request.header("Content-Type", mediaType);
    headers.get().forEach(request::header);
    return request.build();
  }

  private static Optional<JsonNode> json(HttpResponse<String> response) {
    var text = response.body();
    if (text.length() > LARGEST_ANSWER)
      throw CrmFailure.notUnderstood("an answer of more than 64 MB");
    try {
      var read = JsonMapper.shared().readTree(text);
      return read == null || read.isMissingNode() ? Optional.empty() : Optional.of(read);
    } catch (JacksonException half) {
      return Optional.empty();
    }
  }

  private Optional<Duration> retryAfter(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .map(
            text -> {
              try {
                if (text.strip().matches("\\d{1,7}"))
                  return Duration.ofSeconds(Long.parseLong(text.strip()));
                Instant at =
                    ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
                var until = Duration.between(clock.instant(), at);
                return until.isNegative() ? Duration.ZERO : until;
              } catch (DateTimeException wrong) {
                return FIRST_WAIT;
              }
            });
  }

  private CrmFailure refused(int status, URI uri, String body) {
    var what = label + " answers " + status + " to " + uri.getPath() + CrmRefusal.said(body);
    if (CrmRefusal.isOfCredentials(status, body)) return CrmFailure.refused(what, NEW_CREDENTIALS);
    return switch (status) {
      case 403 ->
          body.contains("REQUEST_LIMIT_EXCEEDED")
              ? CrmFailure.later(what, clock.instant().plus(Duration.ofHours(1)))
              : CrmFailure.refused(
                  what,
                  "The credentials lack a right: let them read deals, their history, companies and"
                      + " contacts (docs/connecting.md lists the scopes).");
      case 404 ->
          CrmFailure.refused(what, "Check the address of the CRM and the names in the mapping.");
      default ->
          CrmFailure.refused(
              what, "Check the mapping: a field that does not exist is refused like this.");
    };
  }

  private static String reason(IOException e) {
    if (e instanceof ConnectException) return "no connection";
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
