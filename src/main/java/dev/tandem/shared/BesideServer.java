package dev.tandem.shared;

import java.io.IOException;

/**
 * Marks a short command that works beside a server: where one holds the home, it does what the
 * command would, so that both check the same and what the server keeps in memory follows.
 */
public interface BesideServer {

  /** What the server is given in place of this command's standard input. */
  default String input() throws IOException {
    return "";
  }
}
