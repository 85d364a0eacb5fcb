package dev.tandem.database;

import dev.tandem.shared.HomeLock;
import dev.tandem.shared.TandemHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.flywaydb.core.Flyway;

/** The embedded database in a folder of its own that stays, for what takes long to fill. */
public final class KeptDatabase implements AutoCloseable {
  private final HomeLock lock;
  private final EmbeddedPostgres postgres;

  private KeptDatabase(HomeLock lock, EmbeddedPostgres postgres) {
    this.lock = lock;
    this.postgres = postgres;
  }

  /** Starts what is there, or a new one; all migrations are applied. */
  public static KeptDatabase in(Path folder) throws IOException {
    Files.createDirectories(folder);
    var lock = HomeLock.take(new TandemHome(folder));
    var postgres = EmbeddedPostgres.start(lock.home().postgres(), DatabaseProperties.defaults());
    var kept = new KeptDatabase(lock, postgres);
    var access = kept.access();
    Flyway.configure()
        .dataSource(access.url(), access.username(), access.password())
        .outOfOrder(true) // as the program does: what is kept here outlives a merge
        .load()
        .migrate();
    return kept;
  }

  public TestServer.Access access() {
    return new TestServer.Access(postgres.url(), EmbeddedPostgres.TANDEM, postgres.password());
  }

  /**
   * Seconds of a processor that the server has used so far, with those of its processes that have
   * ended; NaN where the system does not tell (only Linux does).
   */
  public double processorSeconds() {
    try {
      var pid =
          Files.readString(postgres.cluster().files().resolve("postmaster.pid"))
              .lines()
              .findFirst()
              .orElseThrow();
      double ticks = ticks(pid, true);
      try (var processes = Files.list(Path.of("/proc"))) {
        for (var process : (Iterable<Path>) processes::iterator) {
          var name = process.getFileName().toString();
          if (name.matches("\\d+") && parent(name).equals(pid)) ticks += ticks(name, false);
        }
      }
      return ticks / 100;
    } catch (IOException | RuntimeException e) {
      return Double.NaN;
    }
  }

  private static String parent(String pid) {
    try {
      return fields(pid)[1];
    } catch (IOException e) {
      return ""; // has just ended
    }
  }

  private static double ticks(String pid, boolean withChildren) throws IOException {
    var fields = fields(pid);
    double own = Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
    return withChildren
        ? own + Double.parseDouble(fields[13]) + Double.parseDouble(fields[14])
        : own;
  }

  /** Of proc(5) from the state on, which follows the name in brackets. */
  private static String[] fields(String pid) throws IOException {
    var stat = Files.readString(Path.of("/proc", pid, "stat"));
    return stat.substring(stat.lastIndexOf(')') + 2)
        .toLowerCase(Locale.ROOT)
        .strip()
        .split(" ", -1);
  }

  @Override
  public void close() {
    postgres.close();
    lock.close();
  }
}
