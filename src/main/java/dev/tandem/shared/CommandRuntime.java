package dev.tandem.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;

/**
 * What a command-line command gets of the program. The program (database, index, no web server)
 * starts at the first {@link #get}, so that {@code --help} and wrong usage answer at once.
 */
public interface CommandRuntime {

  /** The bean of this type. */
  <T> T get(Class<T> type);

  /** Results, for people or, with {@code --json}, for machines. */
  PrintWriter out();

  /** Progress and complaints. */
  PrintWriter err();

  /** Whether somebody ended the program while its command was at work. */
  default boolean isStopped() {
    return false;
  }

  /** Of standard input; empty when there is none. */
  default String firstLineOfInput() throws IOException {
    var line = new BufferedReader(new InputStreamReader(System.in, UTF_8)).readLine();
    return line == null ? "" : line;
  }
}
