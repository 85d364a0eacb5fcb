package dev.tandem.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tandem.shared.HomeLock;
import dev.tandem.shared.StartRefusedException;
import dev.tandem.shared.TandemHome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/** One home for all, set up once: its path has what paths of real people have. */
class EmbeddedPostgresTest {
  private static TandemHome home;

  private HomeLock lock;
  private EmbeddedPostgres postgres;

  @BeforeAll
  static void aHomeWithSpacesAndUmlauts() throws IOException {
    var parent = Files.createDirectories(Path.of("target", "test-homes"));
    home = new TandemHome(Files.createTempDirectory(parent, "Müllers große Firma "));
  }

  @BeforeEach
  void start() {
    lock = HomeLock.take(home);
    postgres = EmbeddedPostgres.start(home.postgres(), DatabaseProperties.defaults());
  }

  @AfterEach
  void stop() {
    postgres.close();
    lock.close();
  }

  @AfterAll
  static void leaveNothing() throws IOException {
    FileSystemUtils.deleteRecursively(home.folder());
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "fsync, on",
    "synchronous_commit, on",
    "full_page_writes, on",
    "data_checksums, on",
    "listen_addresses, 127.0.0.1",
    "password_encryption, scram-sha-256",
    "server_encoding, UTF8"
  })
  void whatIsAcknowledgedIsOnDiskAndOnlyOurs(String setting, String value) throws SQLException {
    assertThat(ask("SHOW " + setting)).isEqualTo(value);
  }

  @Test
  void noSettingCanUndoDurability() throws SQLException, IOException {
    try (var admin = new AdminConnection(postgres.cluster().adminPassword()).open(postgres.port());
        var statement = admin.createStatement()) {
      statement.execute("ALTER SYSTEM SET fsync = off");
    }
    restart();
    assertThat(ask("SHOW fsync")).isEqualTo("on");
    assertThatThrownBy(
            () -> new DatabaseProperties(0, Duration.ofMinutes(1), Map.of("fsync", "off")))
        .hasMessageContaining("fsync is fixed");
  }

  @Test
  void ownSettingsReachTheServer() throws SQLException {
    restart(new DatabaseProperties(0, Duration.ofMinutes(1), Map.of("work_mem", "7MB")));
    assertThat(ask("SHOW work_mem")).isEqualTo("7MB");
  }

  @Test
  void ourRoleOwnsItsDatabaseButIsNoSuperuser() throws SQLException {
    assertThat(ask("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")).isEqualTo("f");
    assertThat(
            ask("SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname=current_database()"))
        .isEqualTo("tandem");
  }

  @Test
  void aWrongPasswordIsRefused() {
    assertThatThrownBy(() -> DriverManager.getConnection(postgres.url(), "tandem", "guess"))
        .hasMessageContaining("password authentication failed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"password", "admin-password"})
  void passwordsAreReadByTheirOwnerOnly(String name) throws IOException {
    var file = home.postgres().resolve(name);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file)).hasSizeGreaterThanOrEqualTo(32);
  }

  @Test
  void nobodyElseReadsTheFolders() throws IOException {
    for (var folder :
        List.of(home.data(), home.postgres(), home.originals(), home.postgres().resolve("cluster")))
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
          .as(folder.toString())
          .startsWith("rwx")
          .doesNotContainPattern("^...(r|.w|...r|....w)");
  }

  @Test
  void thePortStaysFromStartToStart() {
    var first = postgres.port();
    restart();
    assertThat(postgres.port()).isEqualTo(first);
  }

  @Test
  void aTakenPortIsExchangedForAnother() throws Exception {
    var first = postgres.port();
    postgres.close();
    try (var squatter = new ServerSocket(first, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      restart();
      assertThat(postgres.port()).isNotEqualTo(squatter.getLocalPort());
      assertThat(ask("SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void aTakenPortThatWasAskedForIsNamed() throws Exception {
    try (var squatter = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      var asked = new DatabaseProperties(squatter.getLocalPort(), Duration.ofMinutes(1), Map.of());
      assertThatThrownBy(() -> restart(asked))
          .isInstanceOf(StartRefusedException.class)
          .hasMessageContaining("Port " + squatter.getLocalPort());
    }
  }

  @Test
  void aStaleProcessIdThatAnotherProgramNowHasIsNoObstacle() throws Exception {
    postgres.close();
    // this very JVM lives, so PostgreSQL alone would believe that its server still runs
    Files.writeString(
        home.postgres().resolve("cluster/postmaster.pid"),
        ProcessHandle.current().pid() + "\n/somewhere\n1\n1\n\n127.0.0.1\n\nready\n");
    restart();
    assertThat(ask("SELECT 1")).isEqualTo("1");
  }

  @Test
  void anotherMajorVersionIsLeftUntouched() throws Exception {
    postgres.close();
    var version = home.postgres().resolve("cluster/PG_VERSION");
    var ours = Files.readString(version);
    Files.writeString(version, "14\n");
    try {
      assertThatThrownBy(this::restart)
          .isInstanceOf(StartRefusedException.class)
          .hasMessageContaining("PostgreSQL 14")
          .extracting(e -> ((StartRefusedException) e).remedy())
          .asString()
          .contains("tandem export");
    } finally {
      Files.writeString(version, ours);
    }
  }

  @Test
  void aServerThatDiesIsStartedAgain() throws Exception {
    var first = LeftBehind.by(postgres.cluster()).orElseThrow().process();
    ProcessHandle.of(first).orElseThrow().destroyForcibly();
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .untilAsserted(
            () -> {
              assertThat(LeftBehind.by(postgres.cluster()).orElseThrow().process())
                  .isNotEqualTo(first);
              assertThat(ask("SELECT 1")).isEqualTo("1");
            });
  }

  @Test
  void whatAKilledTandemLeftRunningIsTakenOverWithAllItAcknowledged() throws Exception {
    var killed = killedTandem();
    restart();
    assertThat("ready on " + postgres.port()).isEqualTo(killed);
    assertThat(ask("SELECT word FROM kept LIMIT 1")).isEqualTo("acknowledged");
    assertThat(ask("SELECT pg_try_advisory_lock(42)")).as("its locks are gone").isEqualTo("t");
  }

  @Test
  void anOrphanThatDoesNotTakeOurPasswordIsStopped() throws Exception {
    killedTandem();
    var file = home.postgres().resolve("admin-password");
    var right = Files.readString(file);
    var orphan = LeftBehind.by(Cluster.in(home.postgres())).orElseThrow();
    try {
      Files.writeString(file, "another");
      assertThatThrownBy(this::restart).isInstanceOf(StartRefusedException.class);
    } finally {
      Files.writeString(file, right);
    }
    await().untilAsserted(() -> assertThat(orphan.runs(postgres.cluster())).isFalse());
    assertThat(LeftBehind.anyProcessOf(postgres.cluster())).as("nothing keeps running").isFalse();
    restart();
    assertThat(ask("SELECT word FROM kept LIMIT 1")).isEqualTo("acknowledged");
  }

  /** Starts a JVM on the home, kills it when its row is acknowledged, returns what it said. */
  private String killedTandem() throws Exception {
    stop();
    var jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                TandemToKill.class.getName(),
                home.folder().toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var said = jvm.inputReader()) {
      var ready = said.lines().filter(line -> line.startsWith("ready on")).findFirst();
      return ready.orElseThrow();
    } finally {
      jvm.destroyForcibly().waitFor();
      lock = HomeLock.take(home);
    }
  }

  private void restart() {
    restart(DatabaseProperties.defaults());
  }

  private void restart(DatabaseProperties properties) {
    postgres.close();
    postgres = EmbeddedPostgres.start(home.postgres(), properties);
  }

  private String ask(String query) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(postgres.url(), "tandem", postgres.password());
        var result = connection.createStatement().executeQuery(query)) {
      result.next();
      return result.getString(1);
    }
  }
}
