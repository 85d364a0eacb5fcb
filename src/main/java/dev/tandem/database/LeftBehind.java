package dev.tandem.database;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What {@code postmaster.pid} says about a server of this cluster: one that runs, or one that ended
 * without tidying up.
 *
 * @param process its process id
 * @param port where it listens, 0 while it has not said
 */
record LeftBehind(long process, int port) {
  static Path fileOf(Cluster cluster) {
    return cluster.files().resolve("postmaster.pid");
  }

  static Optional<LeftBehind> by(Cluster cluster) throws IOException {
    var file = fileOf(cluster);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    var lines = Files.readAllLines(file);
    // PostgreSQL's miscadmin.h: 1 process, 2 files, 3 started, 4 port
    return Optional.of(new LeftBehind(numberAt(lines, 0), (int) numberAt(lines, 3)));
  }

  /** Whether the process lives and is our PostgreSQL; ids are used again by other programs. */
  boolean runs(Cluster cluster) {
    return ProcessHandle.of(process).filter(handle -> cameFrom(cluster, handle)).isPresent();
  }

  /** Whether any server program out of this folder is alive, its backends included. */
  static boolean anyProcessOf(Cluster cluster) {
    return ProcessHandle.allProcesses().anyMatch(handle -> cameFrom(cluster, handle));
  }

  /** Backends notice within seconds that their postmaster is gone; none starts beside them. */
  static void awaitEndOfBackends(Cluster cluster) throws IOException {
    try {
      for (int waited = 0; waited < 300 && anyProcessOf(cluster); waited++) {
        Thread.sleep(Duration.ofMillis(100));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("waiting for backends to end").initCause(e);
    }
  }

  private static boolean cameFrom(Cluster cluster, ProcessHandle handle) {
    var command = handle.info().command();
    return command.isPresent() && Path.of(command.get()).startsWith(cluster.folder());
  }

  private static long numberAt(List<String> lines, int index) {
    var text = index < lines.size() ? lines.get(index).strip() : "";
    return text.matches("\\d{1,9}") ? Long.parseLong(text) : 0;
  }
}
