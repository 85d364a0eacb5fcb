package dev.tandem.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Secrets of others that Tandem has to use again, and so cannot keep as a hash: sealed with
 * AES-256-GCM under a key in a file beside the database, so that neither a copy of the database nor
 * one of the export gives them away. A sealed secret names its key, and opens only for the purpose
 * it was sealed for.
 */
@Component
public class SealedSecrets {
  private static final String VERSION = "sealed1";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path file;

  public SealedSecrets(TandemHome home) {
    file = home.data().resolve("secrets.key");
  }

  /** A secret cannot be opened any more and has to be entered again. */
  public static final class LostKey extends RuntimeException {
    private static final long serialVersionUID = 1;

    LostKey(String message) {
      super(message);
    }
  }

  /**
   * @param purpose what the secret is for, such as {@code webhook 7}; the same is needed to open it
   */
  public String seal(String secret, String purpose) {
    var key = key().orElseGet(this::newKey);
    var nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      var sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, purpose).doFinal(secret.getBytes(UTF_8));
      var both = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
      return VERSION + ":" + name(key) + ":" + Base64.getEncoder().encodeToString(both);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-GCM", e);
    }
  }

  /**
   * @throws LostKey when the key is not the one it was sealed with, or it was changed
   */
  public String open(String sealed, String purpose) {
    var parts = sealed.split(":", 3);
    if (parts.length != 3 || !parts[0].equals(VERSION))
      throw new LostKey("This secret is not in a form that Tandem knows; enter it again.");
    var key =
        key()
            .orElseThrow(
                () ->
                    new LostKey(
                        "The key file %s is gone, so this secret cannot be opened: bring the file back"
                                .formatted(file)
                            + " from a backup, or enter the secret again."));
    if (!name(key).equals(parts[1]))
      throw new LostKey(
          ("This secret was sealed with another key than the one in %s: bring that file back from a"
                  + " backup, or enter the secret again.")
              .formatted(file));
    try {
      var both = ByteBuffer.wrap(Base64.getDecoder().decode(parts[2]));
      var nonce = new byte[NONCE_BYTES];
      both.get(nonce);
      var rest = new byte[both.remaining()];
      both.get(rest);
      return new String(cipher(Cipher.DECRYPT_MODE, key, nonce, purpose).doFinal(rest), UTF_8);
    } catch (AEADBadTagException | RuntimeException changed) {
      throw new LostKey("This secret was changed or belongs elsewhere; enter it again.");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-GCM", e);
    }
  }

  private static Cipher cipher(int mode, byte[] key, byte[] nonce, String purpose)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(purpose.getBytes(UTF_8));
    return cipher;
  }

  /** By which a key is told from others; says nothing about it. */
  private static String name(byte[] key) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(key);
      return HexFormat.of().formatHex(digest, 0, 4);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private Optional<byte[]> key() {
    try {
      if (!Files.exists(file)) return Optional.empty();
      var key = Files.readAllBytes(file);
      if (key.length != KEY_BYTES)
        throw new LostKey(
            file
                + " is damaged: bring it back from a backup, or delete it and enter the secrets"
                + " again.");
      return Optional.of(key);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  private synchronized byte[] newKey() {
    var there = key();
    if (there.isPresent()) return there.get();
    var key = new byte[KEY_BYTES];
    RANDOM.nextBytes(key);
    try {
      Files.createDirectories(file.getParent());
      PrivateFile.write(file, key);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written", e);
    }
    return key;
  }
}
