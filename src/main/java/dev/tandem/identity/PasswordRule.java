package dev.tandem.identity;

import java.util.Locale;
import java.util.Optional;

/** Long enough to withstand guessing, without rules on kinds of characters (NIST SP 800-63B). */
final class PasswordRule {
  static final int SHORTEST = 10;
  static final int LONGEST = 200;

  private PasswordRule() {}

  /** Why this password is not taken, as a sentence; empty when it is. */
  static Optional<String> complaint(UserId user, String password) {
    if (password.codePointCount(0, password.length()) < SHORTEST)
      return Optional.of("The password needs at least " + SHORTEST + " characters.");
    if (password.length() > LONGEST)
      return Optional.of("The password may have at most " + LONGEST + " characters.");
    if (password.chars().distinct().count() < 4)
      return Optional.of("The password repeats too few different characters.");
    if (password.toLowerCase(Locale.ROOT).contains(user.value()) && user.value().length() > 3)
      return Optional.of("The password must not contain the user name.");
    return Optional.empty();
  }
}
