package dev.tandem.learning.experiments;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Chance that can be repeated: the same question always draws the same lot. */
@FunctionalInterface
public interface Lottery {

  /**
   * @param purpose what is decided; lots of different purposes know nothing of each other
   * @param subject for whom
   * @return evenly spread in [0, 1)
   */
  double draw(String purpose, String subject);

  /** By hashing; another salt gives other lots. */
  static Lottery hashed(String salt) {
    return (purpose, subject) -> {
      var text = salt + '\n' + purpose + '\n' + subject;
      byte[] hash;
      try {
        hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e); // every Java platform has it
      }
      long bits = 0;
      for (int i = 0; i < 7; i++) bits = bits << 8 | hash[i] & 0xFF;
      return (bits >>> 3) * 0x1p-53;
    };
  }
}
