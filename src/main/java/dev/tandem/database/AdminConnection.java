package dev.tandem.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.util.PSQLState;
import org.postgresql.util.PasswordUtil;

/** The superuser's few words with the server: is it ours, and has it our database. */
record AdminConnection(String password) {
  /** PostgreSQL's "cannot connect now": it starts up or recovers. */
  private static final String NOT_YET = "57P03";

  private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(200);

  static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  Connection open(int port) throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", EmbeddedPostgres.ADMIN);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("loginTimeout", "10");
    properties.setProperty("ApplicationName", "tandem-supervisor");
    var connection = new Driver().connect(url(port, "postgres"), properties);
    if (connection == null) {
      throw new SQLException("no connection", PSQLState.CONNECTION_UNABLE_TO_CONNECT.getState());
    }
    return connection;
  }

  /** Whether the server takes our password and serves our files in our version. */
  boolean answersAs(Cluster cluster, LeftBehind left, Duration patience) throws IOException {
    var version = cluster.binaries().fullVersion(cluster.program());
    var deadline = System.nanoTime() + patience.toNanos();
    while (left.runs(cluster) && left.port() > 0) {
      try (var connection = open(left.port())) {
        return Files.isSameFile(Path.of(one(connection, "SHOW data_directory")), cluster.files())
            && one(connection, "SHOW server_version").equals(version)
            && one(connection, "SHOW fsync").equals("on");
      } catch (SQLException e) {
        if (!NOT_YET.equals(e.getSQLState()) || System.nanoTime() > deadline) {
          return false;
        }
      }
      pause();
    }
    return false;
  }

  /** Ends sessions of the JVM that is gone: their locks would stand in our way. */
  void hangUpOthers(int port) {
    try (var connection = open(port);
        var statement = connection.createStatement()) {
      statement.execute(
          "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
              + " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()");
    } catch (SQLException e) {
      throw new IllegalStateException("the database answered a moment ago", e);
    }
  }

  void createOwnDatabase(int port, String ownPassword) throws SQLException {
    var name = EmbeddedPostgres.TANDEM;
    try (var connection = open(port);
        var statement = connection.createStatement()) {
      if (one(connection, "SELECT count(*) FROM pg_roles WHERE rolname = '" + name + "'")
          .equals("0")) {
        var encoded = PasswordUtil.encodeScramSha256(ownPassword.toCharArray());
        statement.execute("CREATE ROLE " + name + " LOGIN PASSWORD '" + encoded + "'");
      }
      if (one(connection, "SELECT count(*) FROM pg_database WHERE datname = '" + name + "'")
          .equals("0")) {
        statement.execute("CREATE DATABASE " + name + " OWNER " + name);
        statement.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
      }
    }
  }

  private static String one(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      result.next();
      var value = result.getString(1);
      return value == null ? "" : value;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_QUESTIONS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the database recovered", e);
    }
  }
}
