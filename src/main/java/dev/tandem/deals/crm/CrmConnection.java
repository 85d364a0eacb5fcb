package dev.tandem.deals.crm;

import java.net.URI;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A CRM that was connected in the UI; its secrets are kept apart.
 *
 * @param name letters, digits and hyphens
 * @param type {@code hubspot}, {@code salesforce}, {@code folder} (below the home) or {@code rest}
 * @param url https; null for the service's own address
 * @param zone of the days that the CRM's people see
 * @param writeBack whether content that was sent may be noted on the deal
 * @param shape for {@code rest}, as {@link WrittenShape} reads it; else null
 */
public record CrmConnection(
    String name,
    String type,
    @Nullable URI url,
    @Nullable String clientId,
    ZoneId zone,
    boolean writeBack,
    @Nullable String shape) {
  private static final int LONGEST_SHAPE = 20_000;

  public CrmConnection {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9-]{0,59}"))
      throw new IllegalArgumentException("A name has letters, digits and hyphens, up to 60.");
    if (url != null && (!"https".equals(url.getScheme()) || url.getHost() == null))
      throw new IllegalArgumentException("An address that begins with https:// is expected.");
    if (type.equals("rest")) {
      if (url == null) throw new IllegalArgumentException("Say where the CRM answers.");
      if (shape == null || shape.length() > LONGEST_SHAPE)
        throw new IllegalArgumentException("Say how the CRM is asked, in up to 20,000 characters.");
      var _ = WrittenShape.read(shape);
    }
  }

  /** Whether nothing is asked without a secret. */
  boolean needsSecret() {
    return !type.equals("folder") && !type.equals("rest");
  }

  /** What is entered once and shown to nobody; null: as it is. */
  public record Secrets(@Nullable String token, @Nullable String clientSecret) {
    @Override
    public String toString() {
      return "Secrets[…]";
    }
  }
}
