package dev.tandem.learning.cli;

import dev.tandem.learning.cli.TrainingNote.Request;
import dev.tandem.shared.CommandRuntime;
import dev.tandem.shared.NoteToServer;
import dev.tandem.shared.ProgressLine;
import dev.tandem.shared.TandemHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.WatchService;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Lets the server that holds the home train, and says what that came to. */
record TrainingByServer(TandemHome home, CommandRuntime runtime, int patience) {

  /** Seconds without a sign of life after which the other process is none that trains. */
  private static final int PATIENCE = 20;

  TrainingByServer(TandemHome home, CommandRuntime runtime) {
    this(home, runtime, PATIENCE);
  }

  /** The exit code. */
  int train(boolean dryRun, boolean json) throws IOException {
    var request = new Request(UUID.randomUUID().toString(), dryRun);
    try (var changes = NoteToServer.listen(home)) {
      TrainingNote.write(home, request);
      return await(request, changes, json);
    } finally {
      Files.deleteIfExists(TrainingNote.request(home));
    }
  }

  private int await(Request request, WatchService changes, boolean json) throws IOException {
    var progress = new ProgressLine(runtime.err(), "events read by the server");
    long beats = -1, heard = System.nanoTime();
    while (System.nanoTime() - heard < TimeUnit.SECONDS.toNanos(patience)) {
      NoteToServer.await(changes);
      var answer = TrainingNote.answerTo(home, request.id());
      if (answer == null || answer.beats() == beats) continue;
      beats = answer.beats();
      heard = System.nanoTime();
      progress.at(answer.read());
      var exitCode = answer.exitCode();
      if (exitCode == null) continue;
      TrainingNote.removeAnswer(home);
      runtime.out().print(json ? answer.json() : answer.text());
      runtime.out().flush();
      return exitCode;
    }
    throw new IllegalStateException(
        "the process that holds the home %s does not train; if it is another command, wait for its end"
            .formatted(home.folder()));
  }
}
