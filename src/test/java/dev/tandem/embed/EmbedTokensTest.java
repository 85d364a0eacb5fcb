package dev.tandem.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.deals.OpportunityId;
import dev.tandem.identity.UserId;
import dev.tandem.shared.TandemHome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbedTokensTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final UserId REP = new UserId("rita");
  private static final OpportunityId DEAL = new OpportunityId("D-1");
  private static final EmbedSettings SETTINGS =
      new EmbedSettings(List.of(), Duration.ofMinutes(15), Duration.ofHours(8));

  private final Path home;

  EmbedTokensTest(@TempDir Path home) throws IOException {
    this.home = home;
    Files.createDirectories(home.resolve("data"));
  }

  @Test
  void aTokenStandsForItsRepAndDeal() {
    assertThat(at(NOW).read(at(NOW).issue(REP, DEAL))).contains(new EmbedContext(REP, DEAL, NOW));
    assertThat(at(NOW).read(at(NOW).issue(REP, null))).contains(new EmbedContext(REP, null, NOW));
  }

  @Test
  void aTokenIsWorthlessAfterItsMinutes() {
    var token = at(NOW).issue(REP, DEAL);
    assertThat(after(Duration.ofMinutes(14)).read(token)).isPresent();
    assertThat(after(Duration.ofMinutes(16)).read(token)).isEmpty();
  }

  @Test
  void renewingProlongsTheTokenButNotTheSitting() {
    var sitting = at(NOW).read(at(NOW).issue(REP, DEAL)).orElseThrow();
    var late = after(Duration.ofHours(7));
    var renewed = late.read(late.renew(sitting).orElseThrow());
    assertThat(renewed).as("it remembers when it began").contains(sitting);
    assertThat(after(Duration.ofHours(8)).renew(sitting)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void aTokenOfWhichAnyPartWasChangedIsRefused(int part) {
    var parts = at(NOW).issue(REP, DEAL).split("\\.");
    var other = at(NOW.plusSeconds(1)).issue(new UserId("bob"), DEAL).split("\\.");
    parts[part] = part == 0 ? encoded("{\"alg\":\"none\"}") : other[part];
    assertThat(at(NOW).read(String.join(".", parts))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a.b.c", "eyJhbGciOiJub25lIn0.e30."})
  void whatIsNoTokenIsRefused(String token) {
    assertThat(at(NOW).read(token)).isEmpty();
  }

  @Test
  void aTokenOfAnotherInstallationIsRefused(@TempDir Path elsewhere) throws IOException {
    Files.createDirectories(elsewhere.resolve("data"));
    var foreign = tokens(elsewhere, NOW).issue(REP, DEAL);
    assertThat(at(NOW).read(foreign)).isEmpty();
  }

  @Test
  void theKeyIsKeptForTheNextStartAndForItsOwnerAlone() throws IOException {
    var token = at(NOW).issue(REP, DEAL);
    assertThat(at(NOW).read(token)).as("read by the next start").isPresent();
    assertThat(Files.getPosixFilePermissions(key()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void aStartThatWasKilledWhileItMadeTheKeyDoesNotKeepTheNextOneFromStarting() throws IOException {
    Files.write(key().resolveSibling("embed.key.new"), new byte[7]);
    assertThat(at(NOW).read(at(NOW).issue(REP, DEAL))).isPresent();
    assertThat(key()).hasSize(32);
  }

  @Test
  void aDamagedKeyIsNamed() throws IOException {
    Files.write(key(), new byte[7]);
    assertThatThrownBy(() -> tokens(home, NOW)).hasMessageContaining("embed.key is damaged");
  }

  private Path key() {
    return home.resolve("data/embed.key");
  }

  private EmbedTokens after(Duration time) {
    return at(NOW.plus(time));
  }

  private EmbedTokens at(Instant now) {
    try {
      return tokens(home, now);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static EmbedTokens tokens(Path home, Instant now) throws IOException {
    return new EmbedTokens(new TandemHome(home), SETTINGS, Clock.fixed(now, ZoneOffset.UTC));
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
