package dev.tandem.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** 256 random bits; so many need no slow hash. The prefix lets secret scanners recognise it. */
record TokenSecret(String value) {
  private static final String PREFIX = "tandem_";
  private static final SecureRandom RANDOM = new SecureRandom();

  static TokenSecret generated() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return new TokenSecret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  boolean looksLikeOne() {
    return value.matches(PREFIX + "[A-Za-z0-9_-]{43}");
  }

  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(value.getBytes(US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return PREFIX + "…";
  }
}
