package dev.tandem.embed.context;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.ImmutableSecret;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;

/**
 * A JWT under a tenant's key. The key says which algorithm it is for, never the token: a secret
 * means HS256, an RSA key RS256, a key on the curve P-256 ES256.
 */
final class SignedJwt {
  static final int LONGEST = 4 * 1024;

  private SignedJwt() {}

  /** The claims, of whatever age; or what is wrong. */
  sealed interface Reading {
    record Claims(JWTClaimsSet set, String signature) implements Reading {}

    record Faulty(Fault fault) implements Reading {}
  }

  static Reading read(Tenant tenant, @Nullable String token) {
    if (token == null) return new Reading.Faulty(Fault.MISSING);
    if (token.length() > LONGEST) return new Reading.Faulty(Fault.TOO_LONG);
    SignedJWT parsed;
    try {
      parsed = SignedJWT.parse(token);
    } catch (ParseException malformed) {
      return new Reading.Faulty(Fault.MALFORMED);
    }
    try {
      var processor = new DefaultJWTProcessor<SecurityContext>();
      processor.setJWSKeySelector(selector(tenant));
      processor.setJWTClaimsSetVerifier((claims, context) -> {}); // age is judged by our clock
      var claims = processor.process(parsed, null);
      // encoded anew: in another spelling it would not be recognised as used
      return new Reading.Claims(
          claims, Base64URL.encode(parsed.getSignature().decode()).toString());
    } catch (BadJOSEException | JOSEException notGenuine) {
      return new Reading.Faulty(Fault.NOT_GENUINE);
    }
  }

  private static JWSVerificationKeySelector<SecurityContext> selector(Tenant tenant) {
    if (tenant.publicKey().isEmpty()) {
      JWKSource<SecurityContext> secret = new ImmutableSecret<>(tenant.secret().getBytes(UTF_8));
      return new JWSVerificationKeySelector<>(JWSAlgorithm.HS256, secret);
    }
    var key = PublicKeys.read(tenant.publicKey()).orElseThrow();
    var algorithm = key instanceof RSAKey ? JWSAlgorithm.RS256 : JWSAlgorithm.ES256;
    return new JWSVerificationKeySelector<>(algorithm, new ImmutableJWKSet<>(new JWKSet(key)));
  }
}
