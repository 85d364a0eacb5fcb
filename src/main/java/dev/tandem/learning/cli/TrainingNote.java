package dev.tandem.learning.cli;

import dev.tandem.shared.NoteToServer;
import dev.tandem.shared.TandemHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a command asks the server that holds its home to train: by a note in {@code data/}, which
 * nobody but their common user may write, and an answer beside it. So no port, no certificate and
 * no token has to be known.
 */
final class TrainingNote {
  private TrainingNote() {}

  /**
   * @param id names the answer
   */
  record Request(String id, boolean dryRun) {}

  /**
   * @param beats grows while the server is at work
   * @param read events read so far
   * @param exitCode null until it is done
   */
  record Answer(
      String id, long beats, long read, @Nullable Integer exitCode, String text, String json) {}

  static void write(TandemHome home, Request request) throws IOException {
    NoteToServer.write(request(home), request);
  }

  static void write(TandemHome home, Answer answer) throws IOException {
    NoteToServer.write(answer(home), answer);
  }

  /** Null when there is none, or nothing that can be read. */
  static @Nullable Request request(TandemHome home, boolean andRemove) throws IOException {
    var request = NoteToServer.read(request(home), Request.class);
    if (andRemove) Files.deleteIfExists(request(home));
    return request;
  }

  static @Nullable Answer answerTo(TandemHome home, String id) throws IOException {
    var answer = NoteToServer.read(answer(home), Answer.class);
    return answer != null && answer.id().equals(id) ? answer : null;
  }

  static void removeAnswer(TandemHome home) throws IOException {
    Files.deleteIfExists(answer(home));
  }

  static Path request(TandemHome home) {
    return home.data().resolve("train.request");
  }

  private static Path answer(TandemHome home) {
    return home.data().resolve("train.answer");
  }
}
