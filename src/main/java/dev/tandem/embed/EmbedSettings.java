package dev.tandem.embed;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the sidebar, below {@code tandem.embed}.
 *
 * @param frameAncestors origins that may show the page in a frame, such as {@code
 *     https://acme.my.salesforce.com}; empty allows none but Tandem itself
 * @param tokenLife how long a token is valid before the page renews it, 1 minute to 1 hour
 * @param sittingLife how long it may be renewed at all, up to 24 hours
 */
@ConfigurationProperties("tandem.embed")
record EmbedSettings(
    @DefaultValue List<String> frameAncestors,
    @DefaultValue("15m") Duration tokenLife,
    @DefaultValue("8h") Duration sittingLife) {
  private static final Pattern ORIGIN =
      Pattern.compile("https?://(\\*\\.)?[A-Za-z0-9.-]+(:\\d{1,5})?");

  EmbedSettings {
    frameAncestors = List.copyOf(frameAncestors);
    for (var origin : frameAncestors)
      if (!ORIGIN.matcher(origin).matches())
        throw new IllegalArgumentException(
            "tandem.embed.frame-ancestors: '"
                + origin
                + "' is no origin; write it like https://crm.example.com");
    if (tokenLife.compareTo(Duration.ofMinutes(1)) < 0
        || tokenLife.compareTo(Duration.ofHours(1)) > 0)
      throw new IllegalArgumentException("tandem.embed.token-life must be 1 minute to 1 hour");
    if (sittingLife.compareTo(tokenLife) < 0 || sittingLife.compareTo(Duration.ofHours(24)) > 0)
      throw new IllegalArgumentException(
          "tandem.embed.sitting-life must be token-life to 24 hours");
  }

  /** The value of the CSP directive {@code frame-ancestors}. */
  String ancestors() {
    return frameAncestors.isEmpty() ? "'self'" : "'self' " + String.join(" ", frameAncestors);
  }
}
