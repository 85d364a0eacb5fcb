package dev.tandem.database;

import dev.tandem.shared.HomeLock;
import dev.tandem.shared.TandemHome;
import java.nio.file.Path;
import java.sql.DriverManager;

/** A process that holds a home and its database until it is killed. */
final class TandemToKill {
  private TandemToKill() {}

  public static void main(String[] args) throws Exception {
    var lock = HomeLock.take(new TandemHome(Path.of(args[0])));
    var postgres = EmbeddedPostgres.start(lock.home().postgres(), DatabaseProperties.defaults());
    try (var connection =
            DriverManager.getConnection(
                postgres.url(), EmbeddedPostgres.TANDEM, postgres.password());
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS kept (word text)");
      statement.execute("INSERT INTO kept VALUES ('acknowledged')");
      statement.execute("SELECT pg_advisory_lock(42)");
      System.out.println("ready on " + postgres.port());
      System.in.read();
    }
  }
}
