package dev.tandem.identity.cli;

import dev.tandem.identity.UserId;
import dev.tandem.identity.cli.PersonNote.Request;
import dev.tandem.identity.cli.PersonWork.Outcome;
import dev.tandem.identity.cli.PersonWork.Wish;
import dev.tandem.shared.NoteToServer;
import dev.tandem.shared.TandemHome;
import java.io.IOException;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.UUID;

/**
 * Lets the server that holds the home do what is asked about a person.
 *
 * @param patience after which the other process is none that listens
 */
record PersonByServer(TandemHome home, Duration patience) {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** So long a deletion may take in a log of tens of millions of events. */
  private static final Duration WORK = Duration.ofHours(1);

  PersonByServer(TandemHome home) {
    this(home, PATIENCE);
  }

  /**
   * @throws IllegalStateException when nobody answers
   */
  Outcome ask(Wish wish, UserId person) throws IOException {
    var request = new Request(UUID.randomUUID().toString(), wish, person.value());
    try (var changes = NoteToServer.listen(home)) {
      PersonNote.write(home, request);
      return await(request, changes);
    } finally {
      PersonNote.clear(home);
    }
  }

  private Outcome await(Request request, WatchService changes) throws IOException {
    long end = System.nanoTime() + patience.toNanos();
    boolean begun = false;
    while (System.nanoTime() < end) {
      NoteToServer.await(changes);
      var answer = PersonNote.answerTo(home, request.id());
      if (answer == null) continue;
      var outcome = answer.outcome();
      if (outcome != null) return outcome;
      if (!begun) end = System.nanoTime() + WORK.toNanos();
      begun = true;
    }
    throw new IllegalStateException(
        "the process that holds the home %s does not answer; if it is another command, wait for its end"
            .formatted(home.folder()));
  }
}
