package dev.tandem.database;

import dev.tandem.shared.StartRefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL server of one home, from start to stop. A server that a killed JVM left running is
 * taken over when it is ours and of our version, else stopped; one that dies is started again.
 */
final class EmbeddedPostgres implements AutoCloseable {
  static final String ADMIN = "postgres";

  /** Name of the database and of the role that owns it; the role is no superuser. */
  static final String TANDEM = "tandem";

  private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final int ATTEMPTS = 4;
  private static final long LONGEST_LOG = 10 << 20;

  private final Cluster cluster;
  private final DatabaseProperties properties;
  private final AdminConnection admin;
  private int port;
  private boolean closed;

  private EmbeddedPostgres(Cluster cluster, DatabaseProperties properties) throws IOException {
    this.cluster = cluster;
    this.properties = properties;
    this.admin = new AdminConnection(cluster.adminPassword());
  }

  /**
   * Returns when the database answers. The caller holds the home's lock.
   *
   * @param folder of the database alone, with everything that belongs to it
   * @throws StartRefusedException when it cannot be started here, with the reason
   */
  static EmbeddedPostgres start(Path folder, DatabaseProperties properties) {
    try {
      var postgres = new EmbeddedPostgres(Cluster.in(folder), properties);
      try {
        postgres.takeOverOrStart();
        postgres.admin.createOwnDatabase(postgres.port, postgres.password());
        postgres.cluster.binaries().removeOthers();
        return postgres;
      } catch (IOException | SQLException | RuntimeException e) {
        postgres.close(); // else it would be watched over and started again by nobody's leave
        throw e;
      }
    } catch (IOException e) {
      throw new StartRefusedException(
          "The database in %s cannot be started: %s".formatted(folder, e),
          "Check that the disk is not full and that the folder belongs to the user who starts"
              + " Tandem.",
          e);
    } catch (SQLException e) {
      throw new StartRefusedException(
          "The database in %s runs but refuses our connection: %s"
              .formatted(folder, e.getMessage()),
          "See %s.".formatted(folder.resolve("postgres.log")),
          e);
    }
  }

  String url() {
    return AdminConnection.url(port, TANDEM);
  }

  String password() {
    try {
      return cluster.password();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return port;
  }

  Cluster cluster() {
    return cluster;
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      stop();
    } catch (IOException e) {
      log.error("The database in {} did not stop", cluster.files(), e);
    }
  }

  private synchronized void takeOverOrStart() throws IOException {
    var left = LeftBehind.by(cluster).filter(found -> found.runs(cluster));
    if (left.isPresent()) {
      if (admin.answersAs(cluster, left.get(), properties.startTimeout())) {
        port = left.get().port();
        log.info("Taking over the database that a killed Tandem left running on port {}", port);
        admin.hangUpOthers(port);
        supervise();
        return;
      }
      log.warn("Stopping a database that was left running but does not answer as ours");
      stop();
    }
    startServer();
    supervise();
  }

  private void startServer() throws IOException {
    cluster.writeSettings(properties);
    keepLogShort();
    if (Files.exists(LeftBehind.fileOf(cluster))) {
      LeftBehind.awaitEndOfBackends(cluster);
    }
    var ports = new LoopbackPort(cluster.portFile(), properties.port());
    port = ports.keptOrChosen();
    var failure = "";
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      var ended =
          cluster
              .program()
              .run(
                  cluster.binaries().program("pg_ctl"),
                  "start",
                  "--wait",
                  "--timeout=" + properties.startTimeout().toSeconds(),
                  "--pgdata=" + cluster.files(),
                  "--log=" + cluster.logFile(),
                  "--options=" + ServerSettings.commandLine(port));
      if (ended.succeeded()) {
        log.info("Database ready on 127.0.0.1:{}", port);
        return;
      }
      failure = ended.said();
      if (!ports.isFree(port)) {
        port = ports.another();
      } else if (!removeStale()) {
        break;
      }
    }
    throw new StartRefusedException(
        "PostgreSQL did not start in %s: %s%n%s"
            .formatted(cluster.files(), failure, cluster.lastLogLines(12)),
        "The reason stands in %s.".formatted(cluster.logFile()));
  }

  /** PostgreSQL refuses to start when the id in its file is in use again by some program. */
  private boolean removeStale() throws IOException {
    var left = LeftBehind.by(cluster);
    if (left.isEmpty() || LeftBehind.anyProcessOf(cluster)) {
      return false;
    }
    log.warn("Removing a postmaster.pid whose process {} is not ours", left.get().process());
    return Files.deleteIfExists(LeftBehind.fileOf(cluster));
  }

  private void supervise() throws IOException {
    var process = LeftBehind.by(cluster).map(LeftBehind::process).orElse(0L);
    var watched = ProcessHandle.of(process);
    if (watched.isPresent()) {
      var _ = watched.get().onExit().thenRunAsync(this::startAgain);
    }
  }

  private synchronized void startAgain() {
    if (closed) {
      return;
    }
    log.error("The database ended unexpectedly (see {}); starting it again", cluster.logFile());
    try {
      startServer();
      supervise();
    } catch (IOException | StartRefusedException e) {
      log.error("The database could not be started again; restart Tandem", e);
    }
  }

  private void stop() throws IOException {
    for (var mode : new String[] {"fast", "immediate"}) {
      if (LeftBehind.by(cluster).filter(found -> found.runs(cluster)).isEmpty()) {
        return;
      }
      var ended =
          cluster
              .program()
              .run(
                  cluster.binaries().program("pg_ctl"),
                  "stop",
                  "--wait",
                  "--timeout=60",
                  "--mode=" + mode,
                  "--pgdata=" + cluster.files());
      if (ended.succeeded()) {
        log.info("Database stopped");
        return;
      }
      log.warn("The database did not stop ({}): {}", mode, ended.said());
    }
  }

  private void keepLogShort() throws IOException {
    var file = cluster.logFile();
    if (Files.exists(file) && Files.size(file) > LONGEST_LOG) {
      Files.move(file, file.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
