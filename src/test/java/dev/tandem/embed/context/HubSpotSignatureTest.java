package dev.tandem.embed.context;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubSpotSignatureTest {
  private static final String SECRET = "yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy";

  /** The example of HubSpot's own documentation. */
  @Test
  void thePublishedExampleHasThePublishedSignature() {
    assertThat(signature("https://www.example.com/webhook_uri"))
        .isEqualTo("K36dawei4A+QBNolUOqo7s91KQDWQ5MXZ/QufNYuk/Y=");
  }

  @ParameterizedTest(name = "{0} is signed like {1}")
  @CsvSource({
    "?q=%3a%2F%3F%40%21%24%27%28%29%2A%2C%3b, ?q=:/?@!$'()*%2C;",
    "?q=%3A, ?q=:",
    "?mail=rita%40acme.example, ?mail=rita@acme.example"
  })
  void theTwelveEscapesAreWrittenOut(String address, String written) {
    assertThat(signature("https://x.example/" + address))
        .isEqualTo(signature("https://x.example/" + written));
  }

  @ParameterizedTest(name = "{0} is not signed like {1}")
  @CsvSource({"?q=%20, ?q= ", "?q=%26, ?q=&", "?q=%25, ?q=%", "?q=%23, ?q=#"})
  void otherEscapesStay(String address, String written) {
    assertThat(signature("https://x.example/" + address))
        .isNotEqualTo(signature("https://x.example/" + written));
  }

  /**
   * Signatures made by HubSpot's own SDK ({@code @hubspot/api-client} 13.5.0, {@code
   * Signature.getSignature}, version v3), which signs an address as it is written out.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POST | ?userId=1&portalId=9&userEmail=rita%40acme.example&appId=3 | {"deal":"D-1001","slate":true} | 1790000000000 | 1GQMydE8qPxinJWW3mq2iOhTzYvieJcEsF0Pxu6S+lE=
          GET  | ?q=a%3Ab%2Fc%3Fd%40e%21f%24g%27h%28i%29j%2Ak%2Cl%3Bm        |                                | 1790000000001 | Ah/Ud9GH/QlEHACKTPs1qbP1OLuFro8LLpP2OpEyYuU=
          POST | ?name=M%C3%BChle%20%26%20S%C3%B6hne                         | {"name":"Mühle & Söhne"}       | 1790000000002 | MxxsfocCvH6W3Ut2TgJyVRbaUZ5T8nKIvDkm0rMecow=
          """)
  void whatHubSpotsOwnSdkSignsIsAccepted(
      String method, String query, String body, String timestamp, String signature) {
    assertThat(
            HubSpotVerifier.signature(
                SECRET,
                method,
                "https://tandem.acme.example/embed/in/hub" + query,
                body == null ? new byte[0] : body.getBytes(UTF_8),
                timestamp))
        .isEqualTo(Base64.getDecoder().decode(signature));
  }

  private static String signature(String address) {
    return Base64.getEncoder()
        .encodeToString(
            HubSpotVerifier.signature(
                SECRET,
                "POST",
                address,
                "{'example_field':'example_value'}".getBytes(UTF_8),
                "1693657560000"));
  }
}
