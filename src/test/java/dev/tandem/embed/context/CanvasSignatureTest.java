package dev.tandem.embed.context;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signed requests that Salesforce's own SDK (SalesforceCanvasFrameworkSDK, {@code
 * canvas.SignedRequest}) and the npm package {@code salesforce-signed-request} 0.0.1 were given,
 * and what they said. In shape and order of fields they are what Salesforce sends; {@code issuedAt}
 * is taken from requests that people published.
 */
class CanvasSignatureTest {
  private static final String SECRET = "8314926505172648391";

  /** Accepted by both; {@code issuedAt} is -1555461611. */
  private static final String ACCEPTED =
      "7w3vXta30qdkwwvuo52ca9HBOXcWyqES7L9iI8cDtZg=.eyJhbGdvcml0aG0iOiJITUFDU0hBMjU2Iiw"
          + "iaXNzdWVkQXQiOi0xNTU1NDYxNjExLCJ1c2VySWQiOiIwMDVpMDAwMDAwMUNQVGlBQU8iLCJjbGllbnQ"
          + "iOnsicmVmcmVzaFRva2VuIjpudWxsLCJpbnN0YW5jZUlkIjoiXzp0YW5kZW06al9pZDA6al9pZDE6Y2F"
          + "udmFzYXBwIiwidGFyZ2V0T3JpZ2luIjoiaHR0cHM6Ly9hY21lLm15LnNhbGVzZm9yY2UuY29tIiwiaW5"
          + "zdGFuY2VVcmwiOiJodHRwczovL2FjbWUubXkuc2FsZXNmb3JjZS5jb20iLCJvYXV0aFRva2VuIjoiMDB"
          + "EaSF0b2tlbiJ9LCJjb250ZXh0Ijp7InVzZXIiOnsidXNlcklkIjoiMDA1aTAwMDAwMDFDUFRpQUFPIiw"
          + "idXNlck5hbWUiOiJyaXRhQGFjbWUuZXhhbXBsZSIsImVtYWlsIjoicml0YUBhY21lLmV4YW1wbGUifSw"
          + "ib3JnYW5pemF0aW9uIjp7Im9yZ2FuaXphdGlvbklkIjoiMDBEaTAwMDAwMDBkdWxPRUFRIn0sImVudml"
          + "yb25tZW50Ijp7ImRpc3BsYXlMb2NhdGlvbiI6IlZpc3VhbGZvcmNlIiwicGFyYW1ldGVycyI6e30sInJ"
          + "lY29yZCI6eyJhdHRyaWJ1dGVzIjp7InR5cGUiOiJPcHBvcnR1bml0eSJ9LCJJZCI6IjAwNmkwMDAwMDB"
          + "JTVZoWEFBWCIsIk5hbWUiOiJNw7xobGUgJiBTw7ZobmUgw7/Dvj4+Pj8/PyIsIlN0YWdlTmFtZSI6IlB"
          + "yb3Bvc2FsL1ByaWNlIFF1b3RlIn19fX0=";

  /** Refused by both: signed with another key. */
  private static final String REFUSED =
      "qRCToomjKF10zneRkSt+OnDMp+aSrm9HpJnJc5P2e7k=.eyJhbGdvcml0aG0iOiJITUFDU0hBMjU2Iiw"
          + "iaXNzdWVkQXQiOjc5ODI4NDM2NywidXNlcklkIjoiMDA1aTAwMDAwMDFDUFRpQUFPIiwiY2xpZW50Ijp"
          + "7InJlZnJlc2hUb2tlbiI6bnVsbCwiaW5zdGFuY2VJZCI6Il86dGFuZGVtOmpfaWQwOmpfaWQxOmNhbnZ"
          + "hc2FwcCIsInRhcmdldE9yaWdpbiI6Imh0dHBzOi8vYWNtZS5teS5zYWxlc2ZvcmNlLmNvbSIsImluc3R"
          + "hbmNlVXJsIjoiaHR0cHM6Ly9hY21lLm15LnNhbGVzZm9yY2UuY29tIiwib2F1dGhUb2tlbiI6IjAwRGk"
          + "hdG9rZW4ifSwiY29udGV4dCI6eyJ1c2VyIjp7InVzZXJJZCI6IjAwNWkwMDAwMDAxQ1BUaUFBTyIsInV"
          + "zZXJOYW1lIjoicml0YUBhY21lLmV4YW1wbGUiLCJlbWFpbCI6InJpdGFAYWNtZS5leGFtcGxlIn0sIm9"
          + "yZ2FuaXphdGlvbiI6eyJvcmdhbml6YXRpb25JZCI6IjAwRGkwMDAwMDAwZHVsT0VBUSJ9LCJlbnZpcm9"
          + "ubWVudCI6eyJkaXNwbGF5TG9jYXRpb24iOiJWaXN1YWxmb3JjZSIsInBhcmFtZXRlcnMiOnt9LCJyZWN"
          + "vcmQiOnsiYXR0cmlidXRlcyI6eyJ0eXBlIjoiT3Bwb3J0dW5pdHkifSwiSWQiOiIwMDZpMDAwMDAwSU1"
          + "WaFhBQVgiLCJOYW1lIjoiTWlsbCByZW5ld2FsIiwiU3RhZ2VOYW1lIjoiUHJvcG9zYWwvUHJpY2UgUXV"
          + "vdGUifX19fQ==";

  private final Clock clock = Clock.fixed(Instant.parse("2026-11-26T10:00:00Z"), ZoneOffset.UTC);
  private final CanvasVerifier verifier = new CanvasVerifier(JsonMapper.shared(), clock);

  @Test
  void whatSalesforcesOwnSdkAcceptsIsAccepted() {
    var context = ((Verdict.Genuine) verify(ACCEPTED)).context();
    assertThat(context.users()).contains("rita@acme.example");
    assertThat(String.valueOf(context.deal())).contains("006i000000IMVhXAAX");
    assertThat(context.hint().name()).isEqualTo("Mühle & Söhne ÿþ>>>???");
  }

  @Test
  void whatItRefusesIsRefused() {
    assertThat(verify(REFUSED)).isEqualTo(new Verdict.Refused(Fault.NOT_GENUINE));
  }

  /** Else a request that was used could be sent again in another spelling. */
  @Test
  void aSignatureInAnotherSpellingIsRefused() {
    assertThat(ACCEPTED.substring(0, 44)).contains("=");
    for (var other : List.of(ACCEPTED.replaceFirst("=", ""), ACCEPTED.replaceFirst("=", "==")))
      assertThat(verify(other)).isEqualTo(new Verdict.Refused(Fault.NOT_GENUINE));
  }

  /**
   * Salesforce's SDK reads {@code issuedAt} as a number of 32 bits, and what it sends fits in: a
   * part of a time, which tells no age. So such a request counts once, for as long as is
   * remembered.
   */
  @ParameterizedTest
  @ValueSource(strings = {"-1882588807", "798284367", "1384819059", "1677461276", "null"})
  void aTimeThatTellsNoAgeMakesTheRequestCountOnce(String issuedAt) {
    var until = ((Verdict.Genuine) verify(signed(issuedAt))).until();
    assertThat(until).isAfter(clock.instant().plus(Duration.ofDays(89)));
  }

  @Test
  void aTimeInMillisecondsTellsTheAge() {
    var now = clock.millis();
    assertThat(((Verdict.Genuine) verify(signed(String.valueOf(now - 60_000)))).until())
        .isBefore(clock.instant().plus(Duration.ofMinutes(6)));
    assertThat(verify(signed(String.valueOf(now - 400_000))))
        .isEqualTo(new Verdict.Refused(Fault.EXPIRED));
    assertThat(verify(signed(String.valueOf(now + 400_000))))
        .isEqualTo(new Verdict.Refused(Fault.EXPIRED));
  }

  private Verdict verify(String signed) {
    var parameters = Map.of("signed_request", List.of(signed));
    return verifier.verify(
        tenant(), new ContextCall("POST", "/embed/in/sf", parameters, null, null, new byte[0]));
  }

  private static Tenant tenant() {
    return new Tenant(
        Crm.SALESFORCE,
        SECRET,
        "",
        List.of(),
        "",
        "00Di0000000dulOEAQ",
        "",
        List.of(),
        Map.of(),
        Duration.ofMinutes(5));
  }

  private static String signed(String issuedAt) {
    var json =
        """
        {"algorithm":"HMACSHA256","issuedAt":%s,"userId":"005i0000001CPTiAAO","context":{
         "organization":{"organizationId":"00Di0000000dulOEAQ"}}}"""
            .formatted(issuedAt);
    var envelope = java.util.Base64.getEncoder().encodeToString(json.getBytes(UTF_8));
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
      var signature = mac.doFinal(envelope.getBytes(UTF_8));
      return java.util.Base64.getEncoder().encodeToString(signature) + "." + envelope;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
