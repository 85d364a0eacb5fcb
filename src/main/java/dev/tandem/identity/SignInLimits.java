package dev.tandem.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many failed sign-ins are borne before the next one has to wait; each at least 1.
 *
 * @param perUserAndAddress one person at one place, who mistypes
 * @param perUser one name from everywhere: generous, so that strangers do not soon lock anyone out
 * @param perAddress many names from one place, behind which a whole office may sit
 * @param forgiveOneAfter how long it takes until one failure is forgotten
 */
@ConfigurationProperties("tandem.sign-in")
record SignInLimits(
    @DefaultValue("6") int perUserAndAddress,
    @DefaultValue("60") int perUser,
    @DefaultValue("40") int perAddress,
    @DefaultValue("30s") Duration forgiveOneAfter) {
  SignInLimits {
    if (perUserAndAddress < 1 || perUser < 1 || perAddress < 1)
      throw new IllegalArgumentException("tandem.sign-in limits must be at least 1");
    if (!forgiveOneAfter.isPositive())
      throw new IllegalArgumentException("tandem.sign-in.forgive-one-after must be positive");
  }
}
