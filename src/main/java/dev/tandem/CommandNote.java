package dev.tandem;

import dev.tandem.shared.NoteToServer;
import dev.tandem.shared.TandemHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one command asks the server that holds its home to run it: by a note in {@code data/}, which
 * nobody but their common user may read or write, and an answer beside it.
 *
 * @param id told by no other command
 */
record CommandNote(TandemHome home, String id) {
  private static final String PREFIX = "command-", REQUEST = ".request", ANSWER = ".answer";

  /** After which nobody waits any more, and what was asked is not to be done. */
  private static final Duration STALE = Duration.ofMinutes(2);

  /**
   * @param words of the command line
   * @param input what stands for its standard input
   */
  record Request(List<String> words, String input) {}

  record Answer(int exitCode, String out, String err) {}

  /** Those that wait; what was left behind, passwords and tokens among it, is deleted. */
  static List<CommandNote> waiting(TandemHome home) throws IOException {
    var waiting = new ArrayList<CommandNote>();
    try (var files = Files.newDirectoryStream(home.data(), PREFIX + "*")) {
      for (var file : files) {
        var name = file.getFileName().toString();
        if (isStale(file)) Files.deleteIfExists(file);
        else if (name.endsWith(REQUEST))
          waiting.add(
              new CommandNote(
                  home, name.substring(PREFIX.length(), name.length() - REQUEST.length())));
      }
    }
    return waiting;
  }

  private static boolean isStale(Path file) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().minus(STALE));
    } catch (NoSuchFileException fetched) {
      return false;
    }
  }

  void ask(Request request) throws IOException {
    NoteToServer.write(file(REQUEST), request);
  }

  /** Null when it was withdrawn, or cannot be read; whoever gets it has to answer. */
  @Nullable Request take() throws IOException {
    var request = NoteToServer.read(file(REQUEST), Request.class);
    return withdraw() ? request : null;
  }

  /** False when the server has taken it. */
  boolean withdraw() throws IOException {
    return Files.deleteIfExists(file(REQUEST));
  }

  void tell(Answer answer) throws IOException {
    NoteToServer.write(file(ANSWER), answer);
  }

  /** Null while there is none. */
  @Nullable Answer answer() throws IOException {
    return NoteToServer.read(file(ANSWER), Answer.class);
  }

  void clear() throws IOException {
    withdraw();
    Files.deleteIfExists(file(ANSWER));
  }

  private Path file(String kind) {
    return home.data().resolve(PREFIX + id + kind);
  }
}
