package dev.tandem.identity;

import java.security.SecureRandom;

/** Passwords for others, who change them at the first sign-in. */
public final class GeneratedPassword {
  /** Without the letters and digits that are mistaken for each other. */
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

  private static final SecureRandom RANDOM = new SecureRandom();

  private GeneratedPassword() {}

  /** Four groups of five characters: 100 bits. */
  public static String next() {
    var password = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      if (i > 0 && i % 5 == 0) password.append('-');
      password.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return password.toString();
  }
}
