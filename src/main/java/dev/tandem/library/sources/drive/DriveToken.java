package dev.tandem.library.sources.drive;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.tandem.library.sources.SourceFailure;
import dev.tandem.library.sources.SourceHttp;
import dev.tandem.library.sources.SourceJson;
import java.io.IOException;
import java.net.URI;
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
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The token of a service account, from the key file that Google hands out (RFC 7523). */
final class DriveToken {
  private static final String SCOPE = "https://www.googleapis.com/auth/drive.readonly";
  private static final Duration LIFE = Duration.ofMinutes(30);

  private final SourceHttp http;
  private final Path keyFile;
  private final Clock clock;

  DriveToken(SourceHttp http, Path keyFile, Clock clock) {
    this.http = http;
    this.keyFile = keyFile;
    this.clock = clock;
  }

  String get() throws IOException {
    try {
      var key = JsonMapper.shared().readTree(Files.readString(keyFile));
      var endpoint = SourceJson.text(key.path("token_uri"));
      var now = clock.instant();
      var claims =
          new JWTClaimsSet.Builder()
              .issuer(SourceJson.text(key.path("client_email")))
              .audience(endpoint)
              .claim("scope", SCOPE)
              .claim("iat", now.getEpochSecond())
              .claim("exp", now.plus(LIFE).getEpochSecond())
              .build();
      var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
      jwt.sign(new RSASSASigner(privateKey(SourceJson.text(key.path("private_key")))));
      var form =
          SourceJson.form(
              Map.of(
                  "grant_type",
                  "urn:ietf:params:oauth:grant-type:jwt-bearer",
                  "assertion",
                  jwt.serialize()));
      var headers = Map.of("Content-Type", "application/x-www-form-urlencoded");
      try (var answer = http.ask("POST", URI.create(endpoint), headers, form)) {
        var json = SourceJson.read(answer);
        var token = SourceJson.text(json.path("access_token"));
        if (token.isEmpty()) throw SourceJson.noToken("Google", answer.status(), json);
        return token;
      }
    } catch (JacksonException
        | JOSEException
        | GeneralSecurityException
        | IllegalArgumentException wrong) {
      throw unusable();
    }
  }

  private SourceFailure unusable() {
    return SourceFailure.refused(
        "the key file " + keyFile.getFileName() + " cannot be used",
        "It is the JSON key of a service account, readable by Tandem's user.");
  }

  private static PrivateKey privateKey(String pem) throws GeneralSecurityException {
    var encoded = Base64.getDecoder().decode(pem.replaceAll("-----[A-Z ]+-----|\\s", ""));
    return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
  }
}
