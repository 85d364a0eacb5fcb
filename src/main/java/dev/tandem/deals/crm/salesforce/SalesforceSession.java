package dev.tandem.deals.crm.salesforce;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.tandem.deals.crm.CrmAccess;
import dev.tandem.deals.crm.CrmFailure;
import dev.tandem.deals.crm.CrmHttp;
import dev.tandem.deals.crm.CrmJson;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An access token, got when it is first needed and again when it is no longer known. With a private
 * key it is the JWT bearer flow (RFC 7523), else client credentials (RFC 6749, 4.4).
 */
final class SalesforceSession {
  private static final Duration LIFE_OF_ASSERTION = Duration.ofMinutes(3);

  /**
   * @param instance where the company's data answer
   */
  record Access(String token, URI instance) {
    @Override
    public String toString() {
      return "Access[" + instance.getHost() + "]";
    }
  }

  private final CrmHttp login;
  private final URI loginUrl;
  private final CrmAccess settings;
  private final Clock clock;
  private @Nullable Access access;

  SalesforceSession(CrmHttp login, URI loginUrl, CrmAccess settings, Clock clock) {
    this.login = login;
    this.loginUrl = loginUrl;
    this.settings = settings;
    this.clock = clock;
  }

  synchronized Access access() {
    var known = access;
    if (known != null) return known;
    var answer = login.postForm(URI.create(base() + "/services/oauth2/token"), form(grant()));
    var instance = CrmJson.required(answer, "instance_url", "Salesforce's token");
    var fresh =
        new Access(
            CrmJson.required(answer, "access_token", "Salesforce's token"),
            URI.create(instance.replaceAll("/+$", "")));
    access = fresh;
    return fresh;
  }

  /** The token is no longer known over there. */
  synchronized boolean forget() {
    access = null;
    return true;
  }

  private String base() {
    return loginUrl.toString().replaceAll("/+$", "");
  }

  private Map<String, String> grant() {
    var grant = new TreeMap<String, String>();
    var client = settings.required(settings.clientId(), "client-id");
    var key = settings.privateKey();
    if (key != null) {
      grant.put("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer");
      grant.put("assertion", assertion(client, key));
    } else {
      grant.put("grant_type", "client_credentials");
      grant.put("client_id", client);
      grant.put("client_secret", settings.required(settings.clientSecret(), "client-secret"));
    }
    return grant;
  }

  private String assertion(String client, Path key) {
    var expires = clock.instant().plus(LIFE_OF_ASSERTION);
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(client)
            .subject(settings.required(settings.user(), "user"))
            .audience(audience())
            .claim("exp", expires.getEpochSecond())
            .build();
    try {
      var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
      jwt.sign(new RSASSASigner(privateKey(key)));
      return jwt.serialize();
    } catch (JOSEException | GeneralSecurityException | IOException | IllegalArgumentException e) {
      throw CrmFailure.refused(
          "the private key " + key.getFileName() + " cannot be used: " + e.getMessage(),
          "It is an RSA key in PKCS #8 PEM form (“BEGIN PRIVATE KEY”), readable by Tandem's user.");
    }
  }

  /** Salesforce knows two audiences: its login server and that of sandboxes. */
  private String audience() {
    var host = loginUrl.getHost() == null ? "" : loginUrl.getHost();
    return host.startsWith("test.") || host.contains(".sandbox.")
        ? "https://test.salesforce.com"
        : "https://login.salesforce.com";
  }

  private static PrivateKey privateKey(Path file) throws IOException, GeneralSecurityException {
    var pem = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
    var encoded = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem));
    return KeyFactory.getInstance("RSA").generatePrivate(encoded);
  }

  private static String form(Map<String, String> values) {
    return values.entrySet().stream()
        .map(
            each ->
                each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
