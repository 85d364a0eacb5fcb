package dev.tandem.database;

import dev.tandem.shared.PrivateFile;
import dev.tandem.shared.StartRefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The port of one home's database: chosen once, kept in a file, chosen anew when another program
 * has taken it.
 *
 * @param wanted 0 where it is ours to choose
 */
record LoopbackPort(Path file, int wanted) {
  /** Below 32768, where Linux begins to hand out ports for outgoing connections. */
  private static final int FIRST = 20_000;

  private static final int LAST = 32_000;

  int keptOrChosen() throws IOException {
    if (wanted > 0) {
      return isFree(wanted) ? wanted : another();
    }
    var kept = PrivateFile.read(file);
    if (kept.matches("\\d{1,5}") && isFree(Integer.parseInt(kept))) {
      return Integer.parseInt(kept);
    }
    return another();
  }

  int another() throws IOException {
    if (wanted > 0) {
      throw new StartRefusedException(
          "Port %d of tandem.database.port is in use by another program.".formatted(wanted),
          "Stop that program, or leave tandem.database.port away to have a free one chosen.");
    }
    for (int attempt = 0; attempt < 200; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
      if (isFree(port)) {
        PrivateFile.write(file, Integer.toString(port));
        return port;
      }
    }
    throw new StartRefusedException(
        "No free port between %d and %d on 127.0.0.1 for the database.".formatted(FIRST, LAST),
        "Free one, or name one by tandem.database.port.");
  }

  boolean isFree(int port) {
    try (var probe = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return probe.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
