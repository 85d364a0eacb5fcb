package dev.tandem.shared;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A note in {@code data/}, in which a command asks the server that holds its home, or the server
 * answers. Nobody but their common user may read or write it, so no port, no certificate and no
 * token has to be known.
 */
public final class NoteToServer {
  private static final long LOOK_AGAIN = 500; // where the system does not tell of a change

  private NoteToServer() {}

  public static void write(Path file, Object note) throws IOException {
    PrivateFile.write(file, JsonMapper.shared().writeValueAsString(note));
  }

  /** Null when there is none, or nothing that can be read. */
  public static <T> @Nullable T read(Path file, Class<T> type) throws IOException {
    var text = PrivateFile.read(file);
    if (text.isEmpty()) return null;
    try {
      return JsonMapper.shared().readValue(text, type);
    } catch (JacksonException unreadable) {
      return null;
    }
  }

  /** Hears of notes that are written from now on; to be closed. */
  public static WatchService listen(TandemHome home) throws IOException {
    var changes = home.data().getFileSystem().newWatchService();
    try {
      home.data().register(changes, ENTRY_CREATE, ENTRY_MODIFY);
    } catch (IOException deaf) {
      changes.close();
      throw deaf;
    }
    return changes;
  }

  /** Returns when a note was written, or after half a second. */
  public static void await(WatchService changes) {
    try {
      var key = changes.poll(LOOK_AGAIN, TimeUnit.MILLISECONDS);
      if (key == null) return;
      key.pollEvents();
      key.reset();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted; the server goes on", interrupted);
    }
  }
}
