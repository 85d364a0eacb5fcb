package dev.tandem.embed.context;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * HubSpot's request signature, version 3: Base64(HMAC-SHA256(client secret, method + address + body
 * + timestamp)). HubSpot adds {@code userId}, {@code userEmail} and {@code portalId} to the
 * address, which is signed as HubSpot called it; the deal is in the body.
 *
 * @see <a
 *     href="https://developers.hubspot.com/docs/apps/legacy-apps/authentication/validating-requests">Validating
 *     requests</a>
 */
@Component
class HubSpotVerifier implements ContextVerifier {
  private static final int LONGEST_BODY = 16 * 1024;
  private static final int LONGEST_ADDRESS = 8 * 1024;

  /** HubSpot's own rule. */
  private static final Duration OLDEST = Duration.ofMillis(300_000);

  private static final Duration SKEW = Duration.ofMinutes(1);
  private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");

  /** What HubSpot writes out before it signs; other escapes stay. */
  private static final Map<String, String> WRITTEN_OUT =
      Map.ofEntries(
          Map.entry("%3A", ":"),
          Map.entry("%2F", "/"),
          Map.entry("%3F", "?"),
          Map.entry("%40", "@"),
          Map.entry("%21", "!"),
          Map.entry("%24", "$"),
          Map.entry("%27", "'"),
          Map.entry("%28", "("),
          Map.entry("%29", ")"),
          Map.entry("%2A", "*"),
          Map.entry("%2C", ","),
          Map.entry("%3B", ";"));

  private final JsonMapper json;
  private final Clock clock;

  HubSpotVerifier(JsonMapper json, Clock clock) {
    this.json = json;
    this.clock = clock;
  }

  @Override
  public Crm crm() {
    return Crm.HUBSPOT;
  }

  @Override
  public Verdict verify(Tenant tenant, ContextCall call) {
    var signature = call.signature();
    var timestamp = call.timestamp();
    if (signature == null || timestamp == null) return new Verdict.Refused(Fault.MISSING);
    if (call.body().length > LONGEST_BODY || call.address().length() > LONGEST_ADDRESS)
      return new Verdict.Refused(Fault.TOO_LONG);
    if (!timestamp.matches("\\d{1,15}")) return new Verdict.Refused(Fault.MALFORMED);
    var address = tenant.publicBaseUrl() + call.address();
    var expected = signature(tenant.secret(), call.method(), address, call.body(), timestamp);
    if (!Signatures.same(expected, signature)) return new Verdict.Refused(Fault.NOT_GENUINE);
    var at = Instant.ofEpochMilli(Long.parseLong(timestamp));
    var now = clock.instant();
    if (now.isAfter(at.plus(OLDEST)) || at.isAfter(now.plus(SKEW)))
      return new Verdict.Refused(Fault.EXPIRED);
    return read(tenant, call, signature, at.plus(OLDEST).plus(SKEW));
  }

  private Verdict read(Tenant tenant, ContextCall call, String signature, Instant until) {
    if (!tenant.organisation().isEmpty() && !tenant.organisation().equals(call.only("portalId")))
      return new Verdict.Refused(Fault.NOT_GENUINE);
    var users = new ArrayList<String>();
    for (var name : new String[] {"userId", "userEmail"}) {
      var user = call.only(name);
      if (user != null) users.add(user);
    }
    if (users.isEmpty()) return new Verdict.Refused(Fault.MALFORMED);
    JsonNode wanted;
    try {
      wanted = call.body().length == 0 ? json.createObjectNode() : json.readTree(call.body());
    } catch (JacksonException unreadable) {
      return new Verdict.Refused(Fault.MALFORMED);
    }
    var deal = tenant.deal(wanted.path("deal").asString("")).orElse(null);
    var hint =
        new DealHint(wanted.path("name").asString(""), wanted.path("stage").asString(""), null);
    boolean drawn = wanted.path("slate").asBoolean(false);
    return new Verdict.Genuine(new CrmContext(users, deal, hint, drawn), signature, until);
  }

  static byte[] signature(
      String secret, String method, String address, byte[] body, String timestamp) {
    return Signatures.hmac(
        secret,
        method.getBytes(UTF_8),
        writtenOut(address).getBytes(UTF_8),
        body,
        timestamp.getBytes(UTF_8));
  }

  private static String writtenOut(String address) {
    return ESCAPE
        .matcher(address)
        .replaceAll(
            escape -> {
              var code = escape.group();
              var plain = WRITTEN_OUT.get(code.toUpperCase(Locale.ROOT));
              return java.util.regex.Matcher.quoteReplacement(plain == null ? code : plain);
            });
  }
}
