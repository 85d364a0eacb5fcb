package dev.tandem.embed;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import dev.tandem.deals.OpportunityId;
import dev.tandem.embed.context.DealHint;
import dev.tandem.identity.UserId;
import dev.tandem.library.AssetId;
import dev.tandem.shared.TandemHome;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/** Issues and reads the tokens of the sidebar: JWT, HS256 only, valid for minutes. */
@Component
class EmbedTokens {
  private static final String ISSUER = "tandem-embed";
  private static final String TICKET_ISSUER = "tandem-embed-file";
  private static final Duration TICKET_LIFE = Duration.ofMinutes(2);
  private static final String DEAL = "deal";
  private static final String ASSET = "asset";
  private static final String SINCE = "since";
  private static final String SURFACE = "surface";

  private final EmbedSettings settings;
  private final Clock clock;
  private final JwtEncoder encoder;
  private final NimbusJwtDecoder decoder;
  private final NimbusJwtDecoder tickets;

  EmbedTokens(TandemHome home, EmbedSettings settings, Clock clock) throws IOException {
    this.settings = settings;
    this.clock = clock;
    var key = SigningKey.in(home);
    this.encoder = new NimbusJwtEncoder(new ImmutableSecret<>(key));
    this.decoder = NimbusJwtDecoder.withSecretKey(key).macAlgorithm(MacAlgorithm.HS256).build();
    var time = new JwtTimestampValidator(Duration.ofSeconds(5));
    time.setClock(clock);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(time, new JwtIssuerValidator(ISSUER)));
    this.tickets = NimbusJwtDecoder.withSecretKey(key).macAlgorithm(MacAlgorithm.HS256).build();
    tickets.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(time, new JwtIssuerValidator(TICKET_ISSUER)));
  }

  /** A new sitting by somebody's API token. */
  String issue(UserId rep, @Nullable OpportunityId deal) {
    return issue(rep, deal, DealHint.NOTHING, EmbedContext.API);
  }

  /** A new sitting. */
  String issue(UserId rep, @Nullable OpportunityId deal, DealHint hint, String surface) {
    return sign(new EmbedContext(rep, deal, hint, surface, clock.instant()));
  }

  /** A fresh token for the same sitting; empty when that has lasted too long. */
  Optional<String> renew(EmbedContext context) {
    var end = context.since().plus(settings.sittingLife());
    return clock.instant().isBefore(end) ? Optional.of(sign(context)) : Optional.empty();
  }

  private String sign(EmbedContext context) {
    var now = clock.instant();
    var claims =
        JwtClaimsSet.builder()
            .issuer(ISSUER)
            .subject(context.rep().value())
            .issuedAt(now)
            .expiresAt(now.plus(settings.tokenLife()))
            .claim(SURFACE, context.surface())
            .claim(SINCE, context.since().getEpochSecond());
    if (context.deal() != null) claims.claim(DEAL, context.deal().value());
    var hint = context.hint();
    if (hint.name() != null) claims.claim("deal_name", hint.name());
    if (hint.stage() != null) claims.claim("sales_stage", hint.stage());
    if (hint.industry() != null) claims.claim("industry", hint.industry());
    return encoded(claims.build());
  }

  private String encoded(JwtClaimsSet claims) {
    var header = JwsHeader.with(MacAlgorithm.HS256).build();
    return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
  }

  /** Empty for everything but an unexpired token of this installation. */
  Optional<EmbedContext> read(String token) {
    try {
      return Optional.of(context(decoder.decode(token)));
    } catch (JwtException | IllegalArgumentException | NullPointerException refused) {
      return Optional.empty();
    }
  }

  /** Opens one file in a window of its own, where no header can be sent; for two minutes. */
  String ticket(EmbedContext context, AssetId asset) {
    var now = clock.instant();
    return encoded(
        JwtClaimsSet.builder()
            .issuer(TICKET_ISSUER)
            .subject(context.rep().value())
            .issuedAt(now)
            .expiresAt(now.plus(TICKET_LIFE))
            .claim(ASSET, asset.value())
            .build());
  }

  /** Who may open this file with the ticket; empty for another file's or an expired one. */
  Optional<UserId> readTicket(String ticket, String asset) {
    try {
      var claims = tickets.decode(ticket);
      return asset.equals(claims.getClaimAsString(ASSET))
          ? Optional.ofNullable(claims.getSubject()).map(UserId::new)
          : Optional.empty();
    } catch (JwtException | IllegalArgumentException refused) {
      return Optional.empty();
    }
  }

  private static EmbedContext context(Jwt token) {
    var deal = token.getClaimAsString(DEAL);
    long since = Objects.requireNonNull(token.<Number>getClaim(SINCE)).longValue();
    return new EmbedContext(
        new UserId(Objects.requireNonNull(token.getSubject())),
        deal == null ? null : new OpportunityId(deal),
        new DealHint(
            token.getClaimAsString("deal_name"),
            token.getClaimAsString("sales_stage"),
            token.getClaimAsString("industry")),
        Objects.requireNonNull(token.getClaimAsString(SURFACE)),
        Instant.ofEpochSecond(since));
  }
}
