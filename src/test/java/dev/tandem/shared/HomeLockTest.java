package dev.tandem.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTest {
  @TempDir private Path folder;

  @Test
  void aSecondTandemOnOneHomeIsRefusedAndToldWhoHoldsIt() throws Exception {
    var home = new TandemHome(folder);
    var other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Holder.class.getName(),
                folder.toString())
            .start();
    try (var said = other.inputReader()) {
      assertThat(said.readLine()).isEqualTo("held");
      assertThatThrownBy(() -> HomeLock.take(home))
          .isInstanceOf(StartRefusedException.class)
          .hasMessageContaining(folder.toString())
          .hasMessageContaining("(process " + other.pid() + ")");
    } finally {
      other.destroyForcibly().waitFor();
    }
    HomeLock.take(home).close(); // a killed holder holds nothing
  }

  @Test
  void theSameProcessCannotTakeAHomeTwiceEither() {
    var home = new TandemHome(folder);
    try (var first = HomeLock.take(home)) {
      assertThatThrownBy(() -> HomeLock.take(first.home()))
          .isInstanceOf(StartRefusedException.class);
    }
    HomeLock.take(home).close();
  }

  @Test
  void aLeftOverLockFileMeansNothing() throws Exception {
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("data/.lock"), "1");
    HomeLock.take(new TandemHome(folder)).close();
  }

  @Test
  void theFoldersOfTheHomeExistAndAreClosedToOthers() throws Exception {
    Files.createDirectories(folder.resolve("data"));
    Files.setPosixFilePermissions(
        folder.resolve("data"), PosixFilePermissions.fromString("rwxr-xr-x"));
    var home = new TandemHome(folder);
    try (var _ = HomeLock.take(home)) {
      assertThat(home.inbox()).isDirectory();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.data())))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void aHomeThatIsAFileIsExplained() throws Exception {
    var file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> HomeLock.take(new TandemHome(file)))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining("cannot be written");
  }

  static final class Holder {
    public static void main(String[] args) throws Exception {
      HomeLock.take(new TandemHome(Path.of(args[0])));
      System.out.println("held");
      System.in.read();
    }
  }
}
