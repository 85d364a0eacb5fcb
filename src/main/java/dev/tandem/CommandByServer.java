package dev.tandem;

import dev.tandem.CommandNote.Answer;
import dev.tandem.CommandNote.Request;
import dev.tandem.shared.CommandRuntime;
import dev.tandem.shared.NoteToServer;
import dev.tandem.shared.TandemHome;
import java.io.IOException;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lets the server that holds the home run a command, and says what it said.
 *
 * @param patience after which the other process is none that listens
 * @param work how long it may be at it
 */
record CommandByServer(TandemHome home, CommandRuntime runtime, Duration patience, Duration work) {
  private static final Duration PATIENCE = Duration.ofSeconds(20), WORK = Duration.ofMinutes(1);

  CommandByServer(TandemHome home, CommandRuntime runtime) {
    this(home, runtime, PATIENCE, WORK);
  }

  /** The exit code. */
  int run(List<String> words, String input) throws IOException {
    var note = new CommandNote(home, UUID.randomUUID().toString());
    try (var changes = NoteToServer.listen(home)) {
      note.ask(new Request(words, input));
      var answer = await(note, changes, patience);
      if (answer == null && note.withdraw()) return unheard();
      if (answer == null) answer = await(note, changes, work);
      if (answer == null) return unanswered();
      runtime.err().print(answer.err());
      runtime.err().flush();
      runtime.out().print(answer.out());
      runtime.out().flush();
      return answer.exitCode();
    } finally {
      note.clear();
    }
  }

  private static @Nullable Answer await(CommandNote note, WatchService changes, Duration longest)
      throws IOException {
    long end = System.nanoTime() + longest.toNanos();
    var answer = note.answer();
    while (answer == null && System.nanoTime() < end) {
      NoteToServer.await(changes);
      answer = note.answer();
    }
    return answer;
  }

  private int unheard() {
    runtime
        .err()
        .printf(
            "The process that holds the home %s does not answer; nothing was done.%nIf it is another"
                + " command, wait for its end; if it is the server of another user, run this as"
                + " that user.%n",
            home.folder());
    return 1;
  }

  private int unanswered() {
    runtime
        .err()
        .printf(
            "The server that holds the home %s took the command but did not say what came of it;"
                + " its log does.%n",
            home.folder());
    return 1;
  }
}
