package dev.tandem.embed.context;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 and the comparison that takes the same time wherever two values differ. */
final class Signatures {
  private static final String ALGORITHM = "HmacSHA256";

  private Signatures() {}

  static byte[] hmac(String secret, byte[]... parts) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
      for (var part : parts) mac.update(part);
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }

  /**
   * Whether the text is the Base64 of these bytes, with padding and in the one spelling that
   * encoders write: in another one, what was used before would not be recognised.
   */
  static boolean same(byte[] expected, String base64) {
    return MessageDigest.isEqual(Base64.getEncoder().encode(expected), base64.getBytes(UTF_8));
  }
}
