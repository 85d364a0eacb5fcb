package dev.tandem.embed.context;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Pipedrive's custom panel: the address carries {@code token}, a JWT (HS256, five minutes) with
 * {@code userId} and {@code companyId}. The deal in {@code selectedIds} is not signed; a user of
 * the company could ask for another one, which every user of Tandem may see anyway.
 *
 * @see <a href="https://pipedrive.readme.io/docs/custom-ui-extensions">Custom UI extensions</a>
 */
@Component
class PipedriveVerifier implements ContextVerifier {
  private static final Duration SKEW = Duration.ofSeconds(30);

  private final Clock clock;

  PipedriveVerifier(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Crm crm() {
    return Crm.PIPEDRIVE;
  }

  @Override
  public Verdict verify(Tenant tenant, ContextCall call) {
    return switch (SignedJwt.read(tenant, call.only("token"))) {
      case SignedJwt.Reading.Faulty(var fault) -> new Verdict.Refused(fault);
      case SignedJwt.Reading.Claims(var claims, var signature) ->
          verify(tenant, call, claims, signature);
    };
  }

  private Verdict verify(Tenant tenant, ContextCall call, JWTClaimsSet claims, String signature) {
    var user = word(claims.getClaim("userId"));
    var company = word(claims.getClaim("companyId"));
    if (user == null || company == null) return new Verdict.Refused(Fault.MALFORMED);
    var asked = call.only("companyId");
    if (asked != null && !asked.equals(company)
        || !tenant.organisation().isEmpty() && !tenant.organisation().equals(company))
      return new Verdict.Refused(Fault.NOT_GENUINE);
    var until = JwtTimes.until(claims, tenant.longestAge(), SKEW, clock.instant());
    if (until.isEmpty()) return new Verdict.Refused(Fault.EXPIRED);
    var selected = call.only("selectedIds");
    if (selected != null && !selected.matches("[0-9,]{1,200}"))
      return new Verdict.Refused(Fault.MALFORMED);
    // a list view selects several: the panel stands beside one
    var deal = tenant.deal(selected == null ? null : selected.split(",", 2)[0]).orElse(null);
    return new Verdict.Genuine(
        new CrmContext(List.of(user), deal, DealHint.NOTHING), signature, until.get());
  }

  private static @Nullable String word(@Nullable Object claim) {
    if (claim instanceof Number number) return Long.toString(number.longValue());
    return claim instanceof String words && !words.isBlank() ? words : null;
  }
}
