package dev.tandem.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What one caller may ask of the API.
 *
 * @param requestsPerSecond that a token may make for ever
 * @param burst requests it may make at once after a pause
 * @param body the largest body that is not a file upload
 */
@ConfigurationProperties("tandem.api.limits")
record ApiLimits(
    @DefaultValue("50") int requestsPerSecond,
    @DefaultValue("200") int burst,
    @DefaultValue("10MB") DataSize body) {
  ApiLimits {
    if (requestsPerSecond < 1 || burst < 1)
      throw new IllegalArgumentException("tandem.api.limits must be at least 1");
  }
}
