package dev.tandem.embed.context;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A JWT that the customer's own program signs: {@code aud} "tandem", {@code sub} (or {@code email})
 * the user, {@code deal}, {@code iat}, {@code exp} within minutes, {@code jti} unique. It may also
 * carry {@code deal_name}, {@code sales_stage} and {@code industry}.
 */
@Component
class OwnKeyVerifier implements ContextVerifier {
  static final String AUDIENCE = "tandem";
  private static final Duration SKEW = Duration.ofSeconds(30);
  private static final int LONGEST_ID = 200;

  private final Clock clock;

  OwnKeyVerifier(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Crm crm() {
    return Crm.OWN_KEY;
  }

  @Override
  public Verdict verify(Tenant tenant, ContextCall call) {
    return switch (SignedJwt.read(tenant, call.only("jwt"))) {
      case SignedJwt.Reading.Faulty(var fault) -> new Verdict.Refused(fault);
      case SignedJwt.Reading.Claims(var claims, var signature) -> verify(tenant, claims);
    };
  }

  private Verdict verify(Tenant tenant, JWTClaimsSet claims) {
    if (!claims.getAudience().contains(AUDIENCE)) return new Verdict.Refused(Fault.NOT_GENUINE);
    var id = claims.getJWTID();
    if (id == null || id.isBlank() || id.length() > LONGEST_ID)
      return new Verdict.Refused(Fault.MALFORMED);
    if (JwtTimes.second(claims, "iat") == null) return new Verdict.Refused(Fault.MALFORMED);
    var until = JwtTimes.until(claims, tenant.longestAge(), SKEW, clock.instant());
    if (until.isEmpty()) return new Verdict.Refused(Fault.EXPIRED);
    var users = new ArrayList<String>();
    for (var name : new @Nullable String[] {claims.getSubject(), text(claims, "email")})
      if (name != null && !name.isBlank()) users.add(name);
    if (users.isEmpty()) return new Verdict.Refused(Fault.MALFORMED);
    var hint =
        new DealHint(
            text(claims, "deal_name"), text(claims, "sales_stage"), text(claims, "industry"));
    var deal = tenant.deal(text(claims, "deal")).orElse(null);
    return new Verdict.Genuine(new CrmContext(users, deal, hint), "jti:" + id, until.get());
  }

  private static @Nullable String text(JWTClaimsSet claims, String name) {
    try {
      return claims.getStringClaim(name);
    } catch (ParseException noText) {
      return null;
    }
  }
}
