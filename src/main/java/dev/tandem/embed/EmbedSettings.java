package dev.tandem.embed;

import dev.tandem.embed.context.Tenant;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the sidebar, below {@code tandem.embed}.
 *
 * @param frameAncestors origins that may show the page in a frame, such as {@code
 *     https://acme.my.salesforce.com}, where no tenant says which; empty allows none but Tandem
 *     itself
 * @param tokenLife how long a token is valid before the page renews it, 1 minute to 1 hour
 * @param sittingLife how long it may be renewed at all, up to 24 hours
 */
@ConfigurationProperties("tandem.embed")
record EmbedSettings(
    @DefaultValue List<String> frameAncestors,
    @DefaultValue("15m") Duration tokenLife,
    @DefaultValue("8h") Duration sittingLife) {
  EmbedSettings {
    frameAncestors = Tenant.origins(frameAncestors);
    if (tokenLife.compareTo(Duration.ofMinutes(1)) < 0
        || tokenLife.compareTo(Duration.ofHours(1)) > 0)
      throw new IllegalArgumentException("tandem.embed.token-life must be 1 minute to 1 hour");
    if (sittingLife.compareTo(tokenLife) < 0 || sittingLife.compareTo(Duration.ofHours(24)) > 0)
      throw new IllegalArgumentException(
          "tandem.embed.sitting-life must be token-life to 24 hours");
  }
}
