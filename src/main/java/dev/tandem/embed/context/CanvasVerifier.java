package dev.tandem.embed.context;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Salesforce Canvas: Base64(HMAC-SHA256(secret, envelope)) "." envelope, where the envelope is
 * Base64 of JSON. The algorithm that the envelope names is not asked. {@code issuedAt} is null or,
 * as in all requests that people published, a number of 32 bits (often negative), so only a part of
 * a time; such a request has no age and counts once for as long as Tandem remembers. Where it is a
 * time in milliseconds, the age counts, too.
 *
 * @see <a href="https://developer.salesforce.com/docs/platform/canvas-framework/">Canvas</a>
 */
@Component
class CanvasVerifier implements ContextVerifier {
  private static final int LONGEST = 128 * 1024;
  private static final Duration SKEW = Duration.ofMinutes(1);

  /** How long a request without a time of issue is remembered. */
  private static final Duration MEMORY = Duration.ofDays(90);

  private final JsonMapper json;
  private final Clock clock;

  CanvasVerifier(JsonMapper json, Clock clock) {
    this.json = json;
    this.clock = clock;
  }

  @Override
  public Crm crm() {
    return Crm.SALESFORCE;
  }

  @Override
  public Verdict verify(Tenant tenant, ContextCall call) {
    var signed = call.only("signed_request");
    if (signed == null) return new Verdict.Refused(Fault.MISSING);
    if (signed.length() > LONGEST) return new Verdict.Refused(Fault.TOO_LONG);
    int dot = signed.indexOf('.');
    if (dot < 1 || dot == signed.length() - 1) return new Verdict.Refused(Fault.MALFORMED);
    var signature = signed.substring(0, dot);
    var envelope = signed.substring(dot + 1);
    if (!Signatures.same(Signatures.hmac(tenant.secret(), envelope.getBytes(UTF_8)), signature))
      return new Verdict.Refused(Fault.NOT_GENUINE);
    return read(tenant, signature, envelope);
  }

  private Verdict read(Tenant tenant, String signature, String envelope) {
    JsonNode request;
    try {
      request = json.readTree(Base64.getMimeDecoder().decode(envelope));
    } catch (JacksonException | IllegalArgumentException unreadable) {
      return new Verdict.Refused(Fault.MALFORMED);
    }
    var context = request.path("context");
    var organisation = text(context.path("organization"), "organizationId");
    if (!tenant.organisation().isEmpty() && !tenant.organisation().equals(organisation))
      return new Verdict.Refused(Fault.NOT_GENUINE);
    var users = users(request, context.path("user"));
    if (users.isEmpty()) return new Verdict.Refused(Fault.MALFORMED);
    var until = until(tenant, request.path("issuedAt"));
    if (until == null) return new Verdict.Refused(Fault.EXPIRED);
    var record = context.path("environment").path("record");
    var deal = tenant.deal(text(record, "Id")).orElse(null);
    var hint =
        new DealHint(text(record, "Name"), text(record, "StageName"), text(record, "Industry"));
    return new Verdict.Genuine(new CrmContext(users, deal, hint), signature, until);
  }

  /** When the request is worthless; null when that has passed or lies beyond reason. */
  private @Nullable Instant until(Tenant tenant, JsonNode issuedAt) {
    var now = clock.instant();
    if (!issuedAt.isIntegralNumber() || issuedAt.canConvertToInt()) return now.plus(MEMORY);
    if (!issuedAt.canConvertToLong()) return null;
    var issued = Instant.ofEpochMilli(issuedAt.longValue());
    var until = issued.plus(tenant.longestAge());
    return until.isBefore(now) || issued.isAfter(now.plus(SKEW)) ? null : until.plus(SKEW);
  }

  private static List<String> users(JsonNode request, JsonNode user) {
    var names = new ArrayList<String>();
    var id = text(request, "userId");
    if (id == null) id = text(user, "userId");
    for (var name : new @Nullable String[] {id, text(user, "userName"), text(user, "email")})
      if (name != null) names.add(name);
    return names;
  }

  private static @Nullable String text(JsonNode node, String field) {
    var value = node.path(field);
    return value.isString() && !value.stringValue().isBlank() ? value.stringValue() : null;
  }
}
