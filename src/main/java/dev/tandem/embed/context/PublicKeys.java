package dev.tandem.embed.context;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/** Reads public keys in PEM ({@code BEGIN PUBLIC KEY}, RFC 7468): RSA from 2048 bits, or P-256. */
final class PublicKeys {
  private static final int SHORTEST_RSA = 2048;

  private PublicKeys() {}

  /** Empty for everything else. */
  static Optional<JWK> read(String pem) {
    byte[] bytes;
    try {
      var base64 =
          pem.replace("-----BEGIN PUBLIC KEY-----", "")
              .replace("-----END PUBLIC KEY-----", "")
              .replaceAll("\\s+", "");
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException noBase64) {
      return Optional.empty();
    }
    return key("RSA", bytes).or(() -> key("EC", bytes)).flatMap(PublicKeys::jwk);
  }

  private static Optional<PublicKey> key(String algorithm, byte[] bytes) {
    try {
      return Optional.of(
          KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(bytes)));
    } catch (InvalidKeySpecException another) {
      return Optional.empty();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }

  private static Optional<JWK> jwk(PublicKey key) {
    return switch (key) {
      case RSAPublicKey rsa when rsa.getModulus().bitLength() >= SHORTEST_RSA ->
          Optional.of(new RSAKey.Builder(rsa).build());
      case ECPublicKey point when Curve.P_256.equals(Curve.forECParameterSpec(point.getParams())) ->
          Optional.of(new ECKey.Builder(Curve.P_256, point).build());
      default -> Optional.empty();
    };
  }
}
