package dev.tandem.database;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The embedded database.
 *
 * @param port 1–65535 on the loopback interface, or 0: chosen once for a home and kept there
 * @param startTimeout how long a start may take, recovery after a crash included
 * @param settings further PostgreSQL settings by name, such as {@code shared_buffers}; those that
 *     durability and privacy rest on cannot be set
 */
@ConfigurationProperties("tandem.database")
record DatabaseProperties(
    @DefaultValue("0") int port,
    @DefaultValue("5m") Duration startTimeout,
    @DefaultValue Map<String, String> settings) {
  private static final Set<String> FIXED =
      Set.of(
          "fsync",
          "synchronous_commit",
          "full_page_writes",
          "listen_addresses",
          "port",
          "password_encryption",
          "data_directory",
          "hba_file",
          "config_file",
          "unix_socket_directories");

  DatabaseProperties {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("tandem.database.port outside 0–65535: " + port);
    }
    if (startTimeout.toSeconds() < 1) {
      throw new IllegalArgumentException(
          "tandem.database.start-timeout below one second: " + startTimeout);
    }
    settings = Map.copyOf(settings);
    for (var name : settings.keySet()) {
      if (!name.matches("[a-z_]+(\\.[a-z_]+)?")) {
        throw new IllegalArgumentException(
            "tandem.database.settings: not the name of a PostgreSQL setting: " + name);
      }
      if (FIXED.contains(name)) {
        throw new IllegalArgumentException(
            "tandem.database.settings: " + name + " is fixed, remove it");
      }
    }
  }

  static DatabaseProperties defaults() {
    return new DatabaseProperties(0, Duration.ofMinutes(5), Map.of());
  }
}
