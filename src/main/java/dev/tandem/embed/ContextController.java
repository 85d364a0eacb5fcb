package dev.tandem.embed;

import static org.springframework.http.HttpHeaders.CACHE_CONTROL;

import dev.tandem.embed.context.ContextCall;
import dev.tandem.embed.context.Contexts;
import dev.tandem.embed.context.Contexts.Admission;
import dev.tandem.embed.context.Fault;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The way in for CRMs: a signed context is exchanged at once for a token of our own. Frames are led
 * on to the sidebar, programs get JSON; what is refused gets a plain page or a problem, and nothing
 * of the deal.
 */
@RestController
class ContextController {
  private static final int LONGEST_BODY = 256 * 1024;

  /**
   * @param url where the sidebar opens; the token stands behind the #, so that no server logs it
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Admitted(String token, long expiresInSeconds, String url, @Nullable CardSlate slate) {}

  private final Contexts contexts;
  private final EmbedTokens tokens;
  private final EmbedSettings settings;
  private final CardSlates cards;
  private final RefusalPage refusals;

  ContextController(
      Contexts contexts,
      EmbedTokens tokens,
      EmbedSettings settings,
      CardSlates cards,
      RefusalPage refusals) {
    this.contexts = contexts;
    this.tokens = tokens;
    this.settings = settings;
    this.cards = cards;
    this.refusals = refusals;
  }

  @RequestMapping(
      path = "/embed/in/{tenant}",
      method = {RequestMethod.GET, RequestMethod.POST})
  ResponseEntity<?> enter(
      @PathVariable String tenant,
      @RequestHeader(name = "X-HubSpot-Signature-v3", required = false) @Nullable String signature,
      @RequestHeader(name = "X-HubSpot-Request-Timestamp", required = false)
          @Nullable String timestamp,
      HttpServletRequest request)
      throws IOException {
    boolean program = program(request);
    var call = call(request, signature, timestamp);
    if (call == null) return refused(Fault.TOO_LONG, program);
    return switch (contexts.admit(tenant, call, request.getRemoteAddr())) {
      case Admission.Admitted(var rep, var context) -> {
        var token = tokens.issue(rep, context.deal(), context.hint(), tenant);
        if (!program) yield to("/embed/deal?crm=" + encoded(tenant) + "#token=" + token);
        var seen = new EmbedContext(rep, context.deal(), context.hint(), tenant, cards.now());
        yield ResponseEntity.ok()
            .header(CACHE_CONTROL, "no-store")
            .body(
                new Admitted(
                    token,
                    settings.tokenLife().toSeconds(),
                    contexts.baseUrl(tenant)
                        + "/embed/deal?crm="
                        + encoded(tenant)
                        + "#token="
                        + token,
                    context.drawn() ? cards.of(seen) : null));
      }
      case Admission.SignInFirst(var deal) ->
          program
              ? refused(Fault.MISSING, true)
              : to("/embed/deal?crm=" + encoded(tenant) + "&deal=" + encoded(deal));
      case Admission.Refused(var fault) -> refused(fault, program);
    };
  }

  /** Null when the body is beyond all reason. */
  private static @Nullable ContextCall call(
      HttpServletRequest request, @Nullable String signature, @Nullable String timestamp)
      throws IOException {
    if (request.getContentLengthLong() > LONGEST_BODY) return null;
    var query = request.getQueryString();
    Map<String, List<String>> parameters =
        request.getParameterMap().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> Arrays.asList(entry.getValue())));
    var body = form(request) ? new byte[0] : request.getInputStream().readNBytes(LONGEST_BODY + 1);
    if (body.length > LONGEST_BODY) return null;
    return new ContextCall(
        request.getMethod(),
        request.getRequestURI() + (query == null ? "" : "?" + query),
        parameters,
        signature,
        timestamp,
        body);
  }

  private static boolean form(HttpServletRequest request) {
    return type(request).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
  }

  private static boolean program(HttpServletRequest request) {
    var accepted = Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "");
    return type(request).startsWith(MediaType.APPLICATION_JSON_VALUE)
        || accepted.startsWith(MediaType.APPLICATION_JSON_VALUE);
  }

  private static String type(HttpServletRequest request) {
    return Objects.requireNonNullElse(request.getContentType(), "").toLowerCase(Locale.ROOT);
  }

  private ResponseEntity<?> refused(Fault fault, boolean program) {
    var answer = ResponseEntity.status(fault.status()).header(CACHE_CONTROL, "no-store");
    if (!program)
      return answer
          .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
          .body(refusals.of(fault));
    var problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.valueOf(fault.status()), fault.sentence() + " " + fault.advice());
    problem.setProperty("fault", fault.name().toLowerCase(Locale.ROOT));
    return answer.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
  }

  private static ResponseEntity<?> to(String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(CACHE_CONTROL, "no-store")
        .location(URI.create(path))
        .build();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
