package dev.tandem.embed.context;

import dev.tandem.deals.OpportunityId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One CRM that shows the sidebar.
 *
 * @param secret what the CRM signs with: Salesforce's consumer secret, HubSpot's client secret,
 *     Pipedrive's JWT secret (else its client secret), or the customer's own for HS256
 * @param publicKey the customer's own key for RS256 or ES256, PEM; instead of a secret
 * @param frameAncestors origins that may show the sidebar in a frame
 * @param publicBaseUrl where the CRM reaches Tandem; HubSpot signs the whole address
 * @param organisation only this organisation (Salesforce), portal (HubSpot) or company (Pipedrive);
 *     empty for any that holds the secret
 * @param dealPrefix put before the CRM's ids to find the deal in Tandem
 * @param userDomains e-mail addresses of these domains also stand for the user whose name is the
 *     part before the @
 * @param users CRM user id, user name or e-mail address → Tandem's user; goes before all else
 * @param longestAge how old a context may be, up to 15 minutes; HubSpot and Pipedrive say 5
 */
public record Tenant(
    Crm crm,
    @DefaultValue("") String secret,
    @DefaultValue("") String publicKey,
    @DefaultValue List<String> frameAncestors,
    @DefaultValue("") String publicBaseUrl,
    @DefaultValue("") String organisation,
    @DefaultValue("") String dealPrefix,
    @DefaultValue List<String> userDomains,
    @DefaultValue Map<String, String> users,
    @DefaultValue("5m") Duration longestAge) {
  private static final Pattern ORIGIN =
      Pattern.compile("https?://(\\*\\.)?[A-Za-z0-9.-]+(:\\d{1,5})?");

  /** HMAC-SHA256 wants a key as long as its output (RFC 7518, 3.2). */
  private static final int SHORTEST_SECRET = 32;

  public Tenant {
    frameAncestors = origins(frameAncestors);
    userDomains = List.copyOf(userDomains);
    users = Map.copyOf(users);
    publicBaseUrl = publicBaseUrl.strip().replaceAll("/+$", "");
    if (longestAge.compareTo(Duration.ofSeconds(10)) < 0
        || longestAge.compareTo(Duration.ofMinutes(15)) > 0)
      throw new IllegalArgumentException("longest-age must be 10 seconds to 15 minutes");
    complaint(crm, secret, publicKey, publicBaseUrl)
        .ifPresent(
            complaint -> {
              throw new IllegalArgumentException(complaint);
            });
  }

  private static Optional<String> complaint(Crm crm, String secret, String key, String baseUrl) {
    boolean shared = !secret.isEmpty();
    if (!crm.signs())
      return shared || !key.isEmpty()
          ? Optional.of(crm.id() + " signs nothing; remove secret and public-key")
          : Optional.empty();
    if (crm == Crm.OWN_KEY && shared != key.isEmpty())
      return Optional.of("own-key needs either a secret (HS256) or a public-key (RS256, ES256)");
    if (crm != Crm.OWN_KEY && !shared) return Optional.of(crm.id() + " needs a secret");
    if (crm == Crm.HUBSPOT && !baseUrl.startsWith("https://") && !baseUrl.startsWith("http://"))
      return Optional.of("hubspot needs public-base-url, such as https://tandem.example.com");
    boolean jwt = crm == Crm.PIPEDRIVE || crm == Crm.OWN_KEY;
    if (jwt && shared && secret.length() < SHORTEST_SECRET)
      return Optional.of("the secret needs at least 32 characters for HS256");
    return Optional.empty();
  }

  /** Checks that each is an origin, such as {@code https://acme.lightning.force.com}. */
  public static List<String> origins(List<String> origins) {
    for (var origin : origins)
      if (!ORIGIN.matcher(origin).matches())
        throw new IllegalArgumentException(
            "frame-ancestors: '"
                + origin
                + "' is no origin; write it like https://crm.example.com");
    return List.copyOf(origins);
  }

  /** The deal's id in Tandem; empty for what can be none. */
  Optional<OpportunityId> deal(@Nullable String inCrm) {
    if (inCrm == null || inCrm.isBlank()) return Optional.empty();
    try {
      return Optional.of(new OpportunityId(dealPrefix + inCrm.strip()));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /** Without what must not be logged. */
  @Override
  public String toString() {
    return "Tenant[" + crm.id() + "]";
  }
}
