package dev.tandem.embed.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TenantTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  @ParameterizedTest(name = "{0} with secret ''{1}'', key ''{2}'' and base ''{3}'': {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SALESFORCE |                                  |     |                  | needs a secret
          HUBSPOT    | 0123456789abcdef0123456789abcdef |     |                  | needs public-base-url
          PIPEDRIVE  | short                            |     |                  | at least 32 characters
          OWN_KEY    |                                  |     |                  | either a secret
          OWN_KEY    | 0123456789abcdef0123456789abcdef | PEM |                  | either a secret
          DYNAMICS   | 0123456789abcdef0123456789abcdef |     |                  | signs nothing
          """)
  void settingsThatCannotWorkAreNamedAtTheStart(
      Crm crm,
      @Nullable String secret,
      @Nullable String key,
      @Nullable String base,
      String complaint) {
    assertThatThrownBy(() -> tenant(crm, secret, key, base, List.of()))
        .hasMessageContaining(complaint);
  }

  @Test
  void whatIsNoOriginIsRefused() {
    assertThatThrownBy(
            () -> tenant(Crm.LINK, "", "", "", List.of("https://crm.example/path; script-src *")))
        .hasMessageContaining("is no origin");
  }

  @Test
  void aTenantsWordsHoldNoSecret() {
    assertThat(tenant(Crm.SALESFORCE, SECRET, "", "", List.of()).toString())
        .doesNotContain(SECRET)
        .contains("salesforce");
  }

  private static Tenant tenant(
      Crm crm,
      @Nullable String secret,
      @Nullable String key,
      @Nullable String base,
      List<String> ancestors) {
    return new Tenant(
        crm,
        secret == null ? "" : secret,
        key == null ? "" : key,
        ancestors,
        base == null ? "" : base,
        "",
        "",
        List.of(),
        Map.of(),
        Duration.ofMinutes(5));
  }
}
