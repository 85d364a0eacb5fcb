package dev.tandem.database;

import dev.tandem.shared.PrivateFile;
import dev.tandem.shared.StartRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The database's files in one folder: {@code cluster/} (PostgreSQL's own), the two passwords, the
 * port and the log.
 */
record Cluster(Path folder, PostgresBinaries binaries, RunsAs runsAs) {
  private static final Logger log = LoggerFactory.getLogger(Cluster.class);
  private static final String SETTINGS = "tandem.conf";
  private static final String OUR_LINE = "include = '" + SETTINGS + "'";

  /** Opens the cluster in a folder and sets it up where there is none yet. */
  static Cluster in(Path place) throws IOException {
    // as the system names it, to recognise processes that run out of it
    var folder = Files.createDirectories(place).toRealPath();
    var binaries = PostgresBinaries.unpackedBelow(folder);
    var runsAs = RunsAs.choose(folder, folder.resolve("cluster"), binaries);
    var cluster = new Cluster(folder, binaries, runsAs);
    if (Files.exists(cluster.files())) {
      cluster.checkOwner();
      cluster.checkMajorVersion();
    } else {
      cluster.setUp();
    }
    return cluster;
  }

  Path files() {
    return folder.resolve("cluster");
  }

  Path logFile() {
    return folder.resolve("postgres.log");
  }

  Path portFile() {
    return folder.resolve("port");
  }

  Program program() {
    return new Program(runsAs.prefix(), folder);
  }

  /** The password of the role that owns Tandem's tables. */
  String password() throws IOException {
    return secret("password");
  }

  /** The password of the superuser, needed only to set the database up and to look after it. */
  String adminPassword() throws IOException {
    return secret("admin-password");
  }

  void writeSettings(DatabaseProperties properties) throws IOException {
    var file = files().resolve(SETTINGS);
    PrivateFile.write(file, ServerSettings.text(properties));
    runsAs.giveAway(file);
  }

  String lastLogLines(int count) throws IOException {
    if (!Files.isReadable(logFile())) {
      return "";
    }
    var lines = Files.readAllLines(logFile());
    return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
  }

  private String secret(String name) throws IOException {
    var text = PrivateFile.read(folder.resolve(name));
    if (text.isEmpty()) {
      throw new StartRefusedException(
          "The database in %s is there, but its file %s is missing or empty."
              .formatted(files(), folder.resolve(name)),
          "Put the file back from a backup of the home.");
    }
    return text;
  }

  private void checkOwner() {
    if (!PostgresBinaries.isWindows() && !Files.isReadable(files())) {
      throw new StartRefusedException(
          "The database in %s belongs to another user than %s."
              .formatted(files(), System.getProperty("user.name")),
          "Start Tandem as the user who started it before, or choose another home with"
              + " TANDEM_HOME.");
    }
  }

  private void checkMajorVersion() throws IOException {
    var theirs = PrivateFile.read(files().resolve("PG_VERSION"));
    var ours = binaries.majorVersion(program());
    if (!theirs.equals(ours)) {
      throw new StartRefusedException(
          "The database in %s was written by PostgreSQL %s; this Tandem brings PostgreSQL %s."
              .formatted(files(), theirs, ours),
          "Export everything with the Tandem that wrote it (tandem export …), then import that into"
              + " a new home with this one. Nothing was changed.");
    }
  }

  private void setUp() throws IOException {
    log.info("Preparing the database (first start) …");
    var unfinished = folder.resolve("cluster.new");
    FileSystemUtils.deleteRecursively(unfinished);
    PrivateFile.write(folder.resolve("password"), newPassword());
    PrivateFile.write(folder.resolve("admin-password"), newPassword());
    var passwordFile = folder.resolve("initdb-password");
    PrivateFile.write(passwordFile, adminPassword());
    runsAs.giveAway(passwordFile);
    try {
      var ended =
          program()
              .run(
                  binaries.program("initdb"),
                  "--pgdata=" + unfinished,
                  "--username=" + EmbeddedPostgres.ADMIN,
                  "--pwfile=" + passwordFile,
                  "--auth=scram-sha-256",
                  "--encoding=UTF8",
                  // sorts the same on every system and after every upgrade of its libraries
                  "--locale=C",
                  "--locale-provider=builtin",
                  "--builtin-locale=C.UTF-8",
                  "--data-checksums");
      if (!ended.succeeded()) {
        throw new StartRefusedException(
            "PostgreSQL could not set up its files in %s: %s".formatted(files(), ended.said()),
            "Remove the cause named there and start again; nothing has been stored yet.");
      }
    } finally {
      Files.deleteIfExists(passwordFile);
    }
    allowOnlyLoopback(unfinished);
    var settings = unfinished.resolve("postgresql.conf");
    Files.writeString(settings, Files.readString(settings) + "\n" + OUR_LINE + "\n");
    Files.move(unfinished, files());
  }

  private static void allowOnlyLoopback(Path cluster) throws IOException {
    var rules = cluster.resolve("pg_hba.conf");
    var ours =
        Files.readAllLines(rules).stream()
            .filter(line -> line.startsWith("#"))
            .collect(Collectors.joining("\n"));
    Files.writeString(rules, ours + "\nhost all all 127.0.0.1/32 scram-sha-256\n");
  }

  private static String newPassword() {
    var bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
