package dev.tandem.library.sources.s3;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * AWS Signature Version 4 for requests without a body, as S3 documents it ("Authenticating
 * Requests: Using the Authorization Header"); held against the examples there.
 */
final class SignatureV4 {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final String NO_BODY = hex(sha256(""));

  private final String region;
  private final String accessKey;
  private final String secretKey;

  SignatureV4(String region, String accessKey, String secretKey) {
    this.region = region;
    this.accessKey = accessKey;
    this.secretKey = secretKey;
  }

  /**
   * @param uri with path and query encoded as they are sent
   * @param more headers to sign beside the host and those of the signature
   * @return all headers to send; the host is sent by the client itself
   */
  Map<String, String> headers(String method, URI uri, Map<String, String> more, Instant now) {
    var moment = MOMENT.format(now);
    var headers = new TreeMap<String, String>();
    more.forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    headers.put("x-amz-content-sha256", NO_BODY);
    headers.put("x-amz-date", moment);
    var sent = new LinkedHashMap<>(headers);
    headers.put("host", uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort());
    var names = String.join(";", headers.keySet());
    var canonical =
        String.join(
            "\n",
            method,
            uri.getRawPath().isEmpty() ? "/" : uri.getRawPath(),
            query(uri.getRawQuery() == null ? "" : uri.getRawQuery()),
            headers.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue().strip() + "\n")
                .collect(Collectors.joining()),
            names,
            NO_BODY);
    var scope = moment.substring(0, 8) + "/" + region + "/s3/aws4_request";
    var toSign = String.join("\n", "AWS4-HMAC-SHA256", moment, scope, hex(sha256(canonical)));
    var signature = hex(hmac(key(moment.substring(0, 8)), toSign));
    sent.put(
        "Authorization",
        "AWS4-HMAC-SHA256 Credential=%s/%s,SignedHeaders=%s,Signature=%s"
            .formatted(accessKey, scope, names, signature));
    return sent;
  }

  private static String query(String raw) {
    return Arrays.stream(raw.split("&", -1))
        .filter(parameter -> !parameter.isEmpty())
        .map(parameter -> parameter.contains("=") ? parameter : parameter + "=")
        .sorted()
        .collect(Collectors.joining("&"));
  }

  private byte[] key(String day) {
    var ofDay = hmac(("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8), day);
    return hmac(hmac(hmac(ofDay, region), "s3"), "aws4_request");
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
