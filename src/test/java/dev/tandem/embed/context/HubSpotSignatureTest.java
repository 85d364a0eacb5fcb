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
