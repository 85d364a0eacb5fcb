package dev.tandem.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.shared.SealedSecrets.LostKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedSecretsTest {
  @TempDir private Path home;
  private SealedSecrets secrets;
  private Path key;

  @BeforeEach
  void start() {
    secrets = new SealedSecrets(new TandemHome(home));
    key = new TandemHome(home).data().resolve("secrets.key");
  }

  @Test
  void whatWasSealedOpensAgainAlsoAfterARestart() {
    var sealed = secrets.seal("pat-äöü", "crm hubspot");
    assertThat(sealed).doesNotContain("pat-");
    assertThat(new SealedSecrets(new TandemHome(home)).open(sealed, "crm hubspot"))
        .isEqualTo("pat-äöü");
  }

  @Test
  void theSameSecretLooksDifferentEachTime() {
    assertThat(secrets.seal("a", "x")).isNotEqualTo(secrets.seal("a", "x"));
  }

  @Test
  void theKeyIsForItsOwnerOnly() throws IOException {
    secrets.seal("a", "x");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
  }

  @Test
  void aSecretOpensForItsOwnPurposeOnly() {
    var sealed = secrets.seal("a", "webhook 1");
    assertThatThrownBy(() -> secrets.open(sealed, "webhook 2"))
        .isInstanceOf(LostKey.class)
        .hasMessageContaining("belongs elsewhere");
  }

  @Test
  void aChangedSecretDoesNotOpen() {
    var sealed = secrets.seal("abc", "x");
    var last = sealed.charAt(sealed.length() - 6);
    var changed =
        sealed.substring(0, sealed.length() - 6)
            + (last == 'A' ? 'B' : 'A')
            + sealed.substring(sealed.length() - 5);
    assertThatThrownBy(() -> secrets.open(changed, "x")).isInstanceOf(LostKey.class);
    assertThatThrownBy(() -> secrets.open("whatever", "x")).isInstanceOf(LostKey.class);
  }

  @Test
  void aLostKeyIsSaidWithWhatToDo() throws IOException {
    var sealed = secrets.seal("abc", "x");
    Files.delete(key);
    assertThatThrownBy(() -> secrets.open(sealed, "x"))
        .isInstanceOf(LostKey.class)
        .hasMessageContaining("secrets.key is gone")
        .hasMessageContaining("enter the secret again")
        .hasMessageNotContaining("abc");
    secrets.seal("new", "x");
    assertThatThrownBy(() -> secrets.open(sealed, "x")).hasMessageContaining("another key");
  }
}
