package dev.tandem.deals.crm;

import java.net.URI;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A CRM that was connected in the UI; its secrets are kept apart.
 *
 * @param name letters, digits and hyphens
 * @param type {@code hubspot} or {@code salesforce}; what else there is needs the configuration
 * @param url https; null for the service's own address
 * @param zone of the days that the CRM's people see
 * @param writeBack whether content that was sent may be noted on the deal
 */
public record CrmConnection(
    String name,
    String type,
    @Nullable URI url,
    @Nullable String clientId,
    ZoneId zone,
    boolean writeBack) {
  public CrmConnection {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9-]{0,59}"))
      throw new IllegalArgumentException("A name has letters, digits and hyphens, up to 60.");
    if (url != null && (!"https".equals(url.getScheme()) || url.getHost() == null))
      throw new IllegalArgumentException("An address that begins with https:// is expected.");
  }

  /** What is entered once and shown to nobody; null: as it is. */
  public record Secrets(@Nullable String token, @Nullable String clientSecret) {
    @Override
    public String toString() {
      return "Secrets[…]";
    }
  }
}
