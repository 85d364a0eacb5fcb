package dev.tandem.recommendation.curation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How rules are measured.
 *
 * @param leftOut share of visits, drawn at random, on which no rule acts, 0 to 0.5; at 0 nothing is
 *     known of what rules do
 */
@ConfigurationProperties("tandem.curation")
public record CurationSettings(@DefaultValue("0.1") double leftOut) {
  public CurationSettings {
    if (!(leftOut >= 0 && leftOut <= 0.5))
      throw new IllegalArgumentException("tandem.curation.left-out: from 0 to 0.5");
  }
}
