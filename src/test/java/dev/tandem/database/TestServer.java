package dev.tandem.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tandem.shared.HomeLock;
import dev.tandem.shared.StartRefusedException;
import dev.tandem.shared.TandemHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The one PostgreSQL of a test run: ours in target/test-postgres (set up once, kept between runs),
 * or the one TANDEM_TEST_DATASOURCE_URL names (with …_USERNAME and …_PASSWORD; the user must be
 * allowed to create databases).
 */
public final class TestServer {
  private static final String URL = "TANDEM_TEST_DATASOURCE_URL";
  private static final String USERNAME = "TANDEM_TEST_DATASOURCE_USERNAME";
  private static final String PASSWORD = "TANDEM_TEST_DATASOURCE_PASSWORD";

  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  private static @Nullable TestServer running;
  private static @Nullable TestServer asIfExternal;

  /** How to reach one database. */
  public record Access(String url, String username, String password) {}

  private record Admin(String url, String username, String password, String owner) {
    Connection open() throws SQLException {
      return DriverManager.getConnection(url, username, password);
    }
  }

  private final Admin admin;
  private final String ownerPassword;
  private final List<String> created = new ArrayList<>();
  private final Deque<AutoCloseable> atTheEnd = new ArrayDeque<>();

  private TestServer(Map<String, String> env) throws IOException {
    var url = env.getOrDefault(URL, "");
    if (url.isBlank()) {
      var lock = lockedHome();
      var postgres = EmbeddedPostgres.start(lock.home().postgres(), DatabaseProperties.defaults());
      atTheEnd.push(lock);
      atTheEnd.push(postgres);
      admin =
          new Admin(
              AdminConnection.url(postgres.port(), "postgres"),
              EmbeddedPostgres.ADMIN,
              postgres.cluster().adminPassword(),
              EmbeddedPostgres.TANDEM);
      ownerPassword = postgres.password();
    } else {
      var user = env.getOrDefault(USERNAME, "postgres");
      ownerPassword = env.getOrDefault(PASSWORD, "");
      admin = new Admin(url, user, ownerPassword, user);
    }
    // after every Spring context has been closed
    SpringApplication.getShutdownHandlers().add(this::close);
  }

  public static synchronized TestServer running() {
    if (running == null) {
      try {
        running = new TestServer(System.getenv());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return running;
  }

  /**
   * The same server seen through an address and a role that may create databases and nothing else,
   * as operators hand them out: so that this way, too, is taken in every run. Where we are a guest
   * ourselves already, it is the same.
   */
  public static synchronized TestServer asIfExternal() {
    if (asIfExternal == null) {
      var admin = running().admin;
      var password = UUID.randomUUID().toString();
      try (var connection = admin.open()) {
        var role = "tandem_test_guest";
        if (!found(connection, "SELECT 1 FROM pg_roles WHERE rolname=?", role)) {
          execute(connection, "CREATE ROLE " + role + " LOGIN CREATEDB");
        }
        execute(connection, "ALTER ROLE " + role + " PASSWORD '" + password + "'");
        var url = admin.url() + (admin.url().contains("?") ? "&" : "?") + "ApplicationName=guest";
        asIfExternal = new TestServer(Map.of(URL, url, USERNAME, role, PASSWORD, password));
      } catch (SQLException e) {
        if (!INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
          throw new IllegalStateException("no guest on the test server", e);
        }
        asIfExternal = running();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return asIfExternal;
  }

  /** An empty database with all migrations applied. */
  public synchronized Access migratedDatabase(Class<?> test) {
    var name =
        "test_%s_%s"
            .formatted(
                test.getSimpleName().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""),
                UUID.randomUUID().toString().substring(0, 8));
    try (var connection = admin.open()) {
      createFrom(template(connection), name, connection);
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("no test database", e);
    }
    created.add(name);
    return access(name);
  }

  public synchronized void drop(Access access) {
    var name = access.url().replaceFirst("\\?.*", "").replaceFirst(".*/", "");
    if (created.remove(name)) {
      try (var connection = admin.open()) {
        execute(connection, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
      } catch (SQLException e) {
        throw new IllegalStateException("cannot drop " + name, e);
      }
    }
  }

  /** Runs when everything else of this test JVM has ended; the last one handed in runs first. */
  public synchronized void atTheEnd(AutoCloseable closing) {
    atTheEnd.addFirst(closing);
  }

  private String template(Connection connection) throws SQLException, IOException {
    // by owner, since nobody may copy the database of another role
    var name = "tandem_template_%s_%s".formatted(checksumOfMigrations(), admin.owner());
    execute(connection, "SELECT pg_advisory_lock(7348127)"); // ends with the connection
    if (!found(connection, "SELECT 1 FROM pg_database WHERE datname=?", name)) {
      var unfinished = name + "_new";
      execute(connection, "DROP DATABASE IF EXISTS " + unfinished + " WITH (FORCE)");
      createFrom("template1", unfinished, connection);
      var access = access(unfinished);
      Flyway.configure()
          .dataSource(access.url(), access.username(), access.password())
          .load()
          .migrate();
      execute(connection, "ALTER DATABASE " + unfinished + " RENAME TO " + name);
    }
    return name;
  }

  private void createFrom(String template, String name, Connection connection) throws SQLException {
    execute(
        connection,
        "CREATE DATABASE %s TEMPLATE %s OWNER %s".formatted(name, template, admin.owner()));
  }

  private Access access(String database) {
    var url = admin.url().replaceFirst("/[^/?]*(\\?|$)", "/" + database + "$1");
    return new Access(url, admin.owner(), ownerPassword);
  }

  private static boolean found(Connection connection, String query, String name)
      throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      return statement.executeQuery().next();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String checksumOfMigrations() throws IOException {
    var checksum = new CRC32();
    var found =
        new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/**/*.sql");
    for (var migration :
        Arrays.stream(found)
            .sorted(Comparator.comparing(one -> String.valueOf(one.getFilename())))
            .toList()) {
      checksum.update(String.valueOf(migration.getFilename()).getBytes(UTF_8));
      checksum.update(migration.getContentAsByteArray());
    }
    return Long.toHexString(checksum.getValue());
  }

  /** A second run beside the first takes the next folder. */
  private static HomeLock lockedHome() {
    for (int number = 1; number < 10; number++) {
      try {
        var name = number == 1 ? "test-postgres" : "test-postgres-" + number;
        return HomeLock.take(new TandemHome(Path.of("target", name)));
      } catch (StartRefusedException e) {
        if (number == 9) {
          throw e;
        }
      }
    }
    throw new IllegalStateException("unreachable");
  }

  private synchronized void close() {
    for (var name : List.copyOf(created)) {
      try (var connection = admin.open()) {
        execute(connection, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
      } catch (SQLException e) {
        System.err.println("test database " + name + " stays: " + e.getMessage());
      }
    }
    for (var one : atTheEnd) {
      try {
        one.close();
      } catch (Exception e) {
        System.err.println("at the end of the tests: " + e);
      }
    }
  }
}
