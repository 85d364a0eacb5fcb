package dev.tandem.embed.context;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a JWT counts. Claims hold seconds since 1970 (RFC 7519, 2). */
final class JwtTimes {
  private JwtTimes() {}

  /**
   * When the token is worthless; empty when that has passed, when it says no end, or when it was
   * made too long ago, in the future, or for too long a time.
   *
   * @param skew by which the clocks of both may differ
   */
  static Optional<Instant> until(
      JWTClaimsSet claims, Duration longest, Duration skew, Instant now) {
    var expires = second(claims, "exp");
    if (expires == null || !now.isBefore(expires.plus(skew))) return Optional.empty();
    if (expires.isAfter(now.plus(longest).plus(skew))) return Optional.empty();
    var from = second(claims, "nbf");
    if (from != null && from.isAfter(now.plus(skew))) return Optional.empty();
    var issued = second(claims, "iat");
    if (issued != null
        && (issued.isAfter(now.plus(skew)) || issued.plus(longest).plus(skew).isBefore(now)))
      return Optional.empty();
    return Optional.of(expires.plus(skew));
  }

  static @Nullable Instant second(JWTClaimsSet claims, String name) {
    return claims.toJSONObject().get(name) instanceof Number seconds
        ? Instant.ofEpochSecond(seconds.longValue())
        : null;
  }
}
