package dev.tandem.identity;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many sign-ins failed; Spring Security wants this said by an exception. */
class SignInThrottledException extends AuthenticationException {
  private static final long serialVersionUID = 1;

  private final Duration retryAfter;

  SignInThrottledException(Duration retryAfter) {
    super("too many failed sign-ins");
    this.retryAfter = retryAfter;
  }

  /** Rounded up, at least 1. */
  long retryAfterSeconds() {
    return Math.max(1, retryAfter.plusMillis(999).toSeconds());
  }
}
