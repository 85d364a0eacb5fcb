package dev.tandem.library.sources.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The worked examples of Amazon's S3 API reference, with their documented signatures. */
class SignatureV4Test {
  private static final Instant DAY = Instant.parse("2013-05-24T00:00:00Z");
  private final SignatureV4 signature =
      new SignatureV4(
          "us-east-1", "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

  @Test
  void anObjectIsAskedForAsDocumented() {
    assertThat(signed("/test.txt", Map.of("Range", "bytes=0-9")))
        .endsWith("f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
  }

  @Test
  void aBucketIsListedAsDocumented() {
    assertThat(signed("/?max-keys=2&prefix=J", Map.of()))
        .endsWith("34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
  }

  @Test
  void aParameterWithoutValueIsSignedAsDocumented() {
    assertThat(signed("/?lifecycle", Map.of()))
        .endsWith("fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543");
  }

  private String signed(String pathAndQuery, Map<String, String> more) {
    var uri = URI.create("https://examplebucket.s3.amazonaws.com" + pathAndQuery);
    return signature.headers("GET", uri, more, DAY).getOrDefault("Authorization", "");
  }
}
