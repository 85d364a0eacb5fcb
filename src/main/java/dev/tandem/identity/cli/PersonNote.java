package dev.tandem.identity.cli;

import dev.tandem.identity.cli.PersonWork.Outcome;
import dev.tandem.identity.cli.PersonWork.Wish;
import dev.tandem.shared.NoteToServer;
import dev.tandem.shared.TandemHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a command asks the server that holds its home about a person: by a note in {@code data/},
 * which nobody but their common user may read or write, and an answer beside it.
 */
final class PersonNote {
  private PersonNote() {}

  /**
   * @param id names the answer
   */
  record Request(String id, Wish wish, String user) {}

  /**
   * @param outcome null while the server is at work
   */
  record Answer(String id, @Nullable Outcome outcome) {}

  static void write(TandemHome home, Request request) throws IOException {
    NoteToServer.write(request(home), request);
  }

  static void write(TandemHome home, Answer answer) throws IOException {
    NoteToServer.write(answer(home), answer);
  }

  /** Takes the request away; null when there is none, or nothing that can be read. */
  static @Nullable Request take(TandemHome home) throws IOException {
    var request = NoteToServer.read(request(home), Request.class);
    Files.deleteIfExists(request(home));
    return request;
  }

  static @Nullable Answer answerTo(TandemHome home, String id) throws IOException {
    var answer = NoteToServer.read(answer(home), Answer.class);
    return answer != null && answer.id().equals(id) ? answer : null;
  }

  /** Nothing about a person stays in files. */
  static void clear(TandemHome home) throws IOException {
    Files.deleteIfExists(request(home));
    removeAnswer(home);
  }

  static void removeAnswer(TandemHome home) throws IOException {
    Files.deleteIfExists(answer(home));
  }

  private static Path request(TandemHome home) {
    return home.data().resolve("person.request");
  }

  private static Path answer(TandemHome home) {
    return home.data().resolve("person.answer");
  }
}
