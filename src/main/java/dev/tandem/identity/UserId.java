package dev.tandem.identity;

import java.util.Locale;

/**
 * A user's sign-in name: lower case, 1 to 120 characters without white space; often an e-mail
 * address.
 */
public record UserId(String value) {
  public UserId {
    value = value.strip().toLowerCase(Locale.ROOT);
    if (value.isEmpty() || value.length() > 120 || value.chars().anyMatch(Character::isWhitespace))
      throw new IllegalArgumentException(
          "a user name has 1 to 120 characters and no spaces: '" + value + "'");
  }

  @Override
  public String toString() {
    return value;
  }
}
