package dev.tandem.embed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Calls the sidebar as each CRM does, written from the public descriptions of their protocols with
 * the JDK alone, so that it shares no code with what verifies them.
 */
public enum SigningCrm {
  SALESFORCE("sf"),
  HUBSPOT("hub"),
  PIPEDRIVE("pipe"),
  OWN_SECRET("own-secret"),
  OWN_RSA("own-rsa"),
  OWN_CURVE("own-curve");

  public static final String SECRET = "0123456789abcdef0123456789abcdef-test";
  static final String OTHER_SECRET = "another-secret-another-secret-another";
  public static final String PUBLIC_BASE = "https://tandem.acme.example";
  static final String SIGNATURE = "X-HubSpot-Signature-v3";
  static final String TIMESTAMP = "X-HubSpot-Request-Timestamp";
  public static final KeyPair RSA = keys("RSA", 2048);
  public static final KeyPair CURVE = keys("EC", 256);
  private static final KeyPair OTHER_RSA = keys("RSA", 2048);
  private static final KeyPair OTHER_CURVE = keys("EC", 256);

  public final String tenant;

  SigningCrm(String tenant) {
    this.tenant = tenant;
  }

  /**
   * A request of a CRM.
   *
   * @param type of the body of a POST; empty for a GET
   */
  public record Call(String path, String type, String body, String... headers) {
    public Call {
      headers = headers.clone();
    }

    public boolean posted() {
      return !type.isEmpty();
    }
  }

  /** What the CRM knows of who looks at what. */
  public record Looks(String user, String organisation, String deal, Instant at) {}

  static Looks rita() {
    return new Looks("rita@acme.example", "ORG-1", "D-1", Instant.now());
  }

  public Call call(Looks looks) {
    return call(looks, true);
  }

  /** Signed with a key that was never agreed on. */
  Call callWithAnotherKey(Looks looks) {
    return call(looks, false);
  }

  private Call call(Looks looks, boolean agreed) {
    var secret = agreed ? SECRET : OTHER_SECRET;
    return switch (this) {
      case SALESFORCE -> form("signed_request=" + encoded(signedRequest(looks, secret)));
      case HUBSPOT -> hubSpot(looks, secret);
      case PIPEDRIVE -> {
        long at = looks.at().getEpochSecond();
        var claims =
            "{\"userId\":\"%s\",\"companyId\":\"%s\",\"iat\":%d,\"exp\":%d}"
                .formatted(looks.user(), looks.organisation(), at, at + 300);
        yield pipedrive(looks, jwt("HS256", claims, input -> hmac(secret, input)));
      }
      case OWN_SECRET -> ownKey(jwt("HS256", claims(looks), input -> hmac(secret, input)));
      case OWN_RSA -> {
        var key = agreed ? RSA : OTHER_RSA;
        yield ownKey(jwt("RS256", claims(looks), input -> signed("SHA256withRSA", key, input)));
      }
      case OWN_CURVE -> {
        var key = agreed ? CURVE : OTHER_CURVE;
        yield ownKey(
            jwt(
                "ES256",
                claims(looks),
                input -> signed("SHA256withECDSAinP1363Format", key, input)));
      }
    };
  }

  /** The same field or header with one character of the signed text changed. */
  Call tampered(Looks looks) {
    var genuine = call(looks);
    return switch (this) {
      case HUBSPOT ->
          new Call(
              genuine.path(),
              genuine.type(),
              genuine.body().replace("D-1", "D-2"),
              genuine.headers());
      case SALESFORCE -> {
        int dot = genuine.body().indexOf('.');
        yield new Call(
            genuine.path(), genuine.type(), changed(genuine.body(), dot + 40), genuine.headers());
      }
      case PIPEDRIVE -> {
        int payload = genuine.path().lastIndexOf('.', genuine.path().lastIndexOf('.')) - 20;
        yield new Call(changed(genuine.path(), payload), "", "");
      }
      default -> {
        int payload = genuine.body().lastIndexOf('.') - 20;
        yield new Call(genuine.path(), genuine.type(), changed(genuine.body(), payload));
      }
    };
  }

  /** A token that says it needs no signature, or an envelope that names another algorithm. */
  Call unsigned(Looks looks) {
    return switch (this) {
      case SALESFORCE -> form("signed_request=" + encoded("." + base64(envelope(looks, "none"))));
      case HUBSPOT -> {
        var genuine = call(looks);
        yield new Call(
            genuine.path(), genuine.type(), genuine.body(), SIGNATURE, "", TIMESTAMP, "1");
      }
      case PIPEDRIVE -> pipedrive(looks, jwt("none", "{\"userId\":\"7\"}", input -> new byte[0]));
      default -> ownKey(jwt("none", claims(looks), input -> new byte[0]));
    };
  }

  Call withNothing() {
    return switch (this) {
      case SALESFORCE -> form("other=1");
      case HUBSPOT -> new Call("/embed/in/" + tenant, "application/json", "{}");
      case PIPEDRIVE -> new Call("/embed/in/" + tenant + "?selectedIds=1", "", "");
      default -> form("other=1");
    };
  }

  Call overLong(Looks looks) {
    var much = "A".repeat(150_000);
    return switch (this) {
      case SALESFORCE -> form("signed_request=" + much);
      case HUBSPOT -> {
        var genuine = call(looks);
        yield new Call(genuine.path(), genuine.type(), "{\"deal\":\"" + much, genuine.headers());
      }
      case PIPEDRIVE -> new Call("/embed/in/" + tenant + "?token=" + "A".repeat(5_000), "", "");
      default -> form("jwt=" + much);
    };
  }

  Call nonsense(Looks looks) {
    return switch (this) {
      case SALESFORCE -> form("signed_request=nonsense");
      case HUBSPOT -> {
        var genuine = call(looks);
        yield new Call(
            genuine.path(), genuine.type(), genuine.body(), SIGNATURE, "?", TIMESTAMP, "yesterday");
      }
      case PIPEDRIVE -> new Call("/embed/in/" + tenant + "?token=nonsense", "", "");
      default -> form("jwt=a.b.c");
    };
  }

  private Call form(String body) {
    return new Call("/embed/in/" + tenant, "application/x-www-form-urlencoded", body);
  }

  private Call ownKey(String jwt) {
    return form("jwt=" + jwt);
  }

  private Call pipedrive(Looks looks, String jwt) {
    return new Call(
        "/embed/in/%s?resource=deal&view=details&userId=%s&companyId=%s&selectedIds=%s&id=x&token=%s"
            .formatted(
                tenant,
                encoded(looks.user()),
                looks.organisation(),
                looks.deal().replaceAll("\\D", ""),
                jwt),
        "",
        "");
  }

  private Call hubSpot(Looks looks, String secret) {
    var body = "{\"deal\":\"%s\",\"name\":\"Mill renewal\",\"slate\":true}".formatted(looks.deal());
    var query =
        "userId=42&portalId=%s&userEmail=%s&appId=9"
            .formatted(looks.organisation(), encoded(looks.user()));
    var path = "/embed/in/" + tenant + "?" + query;
    var timestamp = Long.toString(looks.at().toEpochMilli());
    var signedText = "POST" + PUBLIC_BASE + path.replace("%40", "@") + body + timestamp;
    return new Call(
        path,
        "application/json",
        body,
        SIGNATURE,
        Base64.getEncoder().encodeToString(hmac(secret, signedText)),
        TIMESTAMP,
        timestamp);
  }

  private static String signedRequest(Looks looks, String secret) {
    var envelope = base64(envelope(looks, "HMACSHA256"));
    return Base64.getEncoder().encodeToString(hmac(secret, envelope)) + "." + envelope;
  }

  private static String envelope(Looks looks, String algorithm) {
    return """
    {"algorithm":"%s","issuedAt":%d,"userId":"005x1","nonce":"%s","client":{"oauthToken":"t"},
     "context":{"user":{"userId":"005x1","userName":"%s","email":"%s"},
      "organization":{"organizationId":"%s"},
      "environment":{"record":{"Id":"%s","Name":"Mill renewal","StageName":"Negotiation/Review",
        "attributes":{"type":"Opportunity"}}}}}
    """
        .formatted(
            algorithm,
            looks.at().toEpochMilli(),
            UUID.randomUUID(),
            looks.user(),
            looks.user(),
            looks.organisation(),
            looks.deal());
  }

  private static String claims(Looks looks) {
    long at = looks.at().getEpochSecond();
    return """
    {"aud":"tandem","sub":"%s","deal":"%s","iat":%d,"exp":%d,"jti":"%s"}"""
        .formatted(
            looks.user(),
            looks.deal(),
            at,
            at + Duration.ofMinutes(2).toSeconds(),
            UUID.randomUUID());
  }

  interface Signing {
    byte[] of(String input);
  }

  static String jwt(String algorithm, String claims, Signing signing) {
    var input = url("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}") + "." + url(claims);
    return input + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signing.of(input));
  }

  private static String url(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static String changed(String text, int place) {
    char other = text.charAt(place) == 'A' ? 'B' : 'A';
    return text.substring(0, place) + other + text.substring(place + 1);
  }

  static byte[] hmac(String secret, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] signed(String algorithm, KeyPair keys, String text) {
    try {
      var signature = Signature.getInstance(algorithm);
      signature.initSign(keys.getPrivate());
      signature.update(text.getBytes(UTF_8));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair keys(String algorithm, int size) {
    try {
      var generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(size);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public static String pem(KeyPair keys) {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded())
        + "\n-----END PUBLIC KEY-----";
  }

  static boolean isJson(Call call) {
    return Arrays.asList("application/json").contains(call.type());
  }
}
