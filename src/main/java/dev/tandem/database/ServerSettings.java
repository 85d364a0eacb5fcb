package dev.tandem.database;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What PostgreSQL is told: sizes for a small server in a file, promises on the command line. */
final class ServerSettings {
  private ServerSettings() {}

  /** Stand on the command line, where no configuration file can undo them. */
  private static final Map<String, String> PROMISES =
      Map.of(
          "fsync", "on",
          "synchronous_commit", "on",
          "full_page_writes", "on",
          "listen_addresses", "127.0.0.1",
          "password_encryption", "scram-sha-256");

  private static final Map<String, String> SIZES = new LinkedHashMap<>();

  static {
    SIZES.put("max_connections", "80");
    SIZES.put("shared_buffers", "256MB");
    SIZES.put("work_mem", "16MB");
    SIZES.put("maintenance_work_mem", "128MB");
    SIZES.put("effective_cache_size", "1GB");
    SIZES.put("random_page_cost", "1.1");
    SIZES.put("wal_compression", "on");
    SIZES.put("max_wal_size", "1GB");
    SIZES.put("checkpoint_timeout", "15min");
    SIZES.put("unix_socket_directories", "");
    SIZES.put("timezone", "UTC");
    SIZES.put("log_timezone", "UTC");
    SIZES.put("lc_messages", "C");
    SIZES.put("log_line_prefix", "%m [%p] %q%u@%d ");
    SIZES.put("log_min_duration_statement", "5s");
    SIZES.put("idle_in_transaction_session_timeout", "15min");
    // backends of a killed JVM end soon, although nobody hangs up for them
    SIZES.put("client_connection_check_interval", "5s");
  }

  static String text(DatabaseProperties properties) {
    var settings = new LinkedHashMap<>(SIZES);
    if (PostgresBinaries.isWindows()) {
      settings.remove("client_connection_check_interval"); // not available there
    }
    settings.putAll(properties.settings());
    return settings.entrySet().stream()
        .map(one -> one.getKey() + " = '" + one.getValue().replace("'", "''") + "'")
        .collect(
            Collectors.joining(
                "\n", "# Written at every start: change tandem.database.settings.\n", "\n"));
  }

  /** Options of the server process, without spaces inside any of them. */
  static String commandLine(int port) {
    return PROMISES.entrySet().stream()
        .map(one -> "-c " + one.getKey() + "=" + one.getValue())
        .sorted()
        .collect(Collectors.joining(" ", "-p " + port + " ", ""));
  }
}
