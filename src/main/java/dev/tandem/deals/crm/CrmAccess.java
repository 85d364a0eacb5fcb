package dev.tandem.deals.crm;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How one CRM is reached. Which of the parts are needed says the adapter of the type.
 *
 * @param type {@code hubspot}, {@code salesforce}, {@code folder} or {@code rest}
 * @param url where it answers; null for the service's own address
 * @param token a secret
 * @param clientSecret a secret
 * @param privateKey PEM file of the key that signs a JWT bearer grant
 * @param folder for {@code folder}
 * @param zone of the days that the CRM's people see; dates of closing are days there
 * @param timeout for one answer
 * @param schedule whether the server reads it by itself; else only by command or by hand
 * @param writeBack whether content that was sent may be noted on the deal
 * @param defaultCurrency of amounts that name none; null for that of {@code tandem.deals.currency}
 * @param rest for {@code rest}
 */
public record CrmAccess(
    String type,
    @Nullable URI url,
    @Nullable String token,
    @Nullable String clientId,
    @Nullable String clientSecret,
    @Nullable String user,
    @Nullable Path privateKey,
    @Nullable Path folder,
    @DefaultValue("UTC") ZoneId zone,
    @DefaultValue("30s") Duration timeout,
    @DefaultValue("true") boolean schedule,
    @DefaultValue("false") boolean writeBack,
    @Nullable String defaultCurrency,
    @Nullable RestShape rest) {

  /** Without the secrets: this may end up in a log. */
  @Override
  public String toString() {
    return "CrmAccess[" + type + (url == null ? "" : " at " + url.getHost()) + "]";
  }

  /**
   * The part by this name.
   *
   * @throws CrmFailure when it is missing
   */
  public <T> T required(@Nullable T part, String name) {
    if (part == null || part instanceof String text && text.isBlank())
      throw CrmFailure.refused(
          "the setting '" + name + "' of this source is missing",
          "Set it in the configuration or the environment (see docs/connecting.md) and restart.");
    return part;
  }
}
