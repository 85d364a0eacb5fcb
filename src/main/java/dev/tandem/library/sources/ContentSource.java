package dev.tandem.library.sources;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One place where content lies. Every call may throw a {@link SourceFailure}. */
public interface ContentSource extends AutoCloseable {

  /**
   * Tells what lies there, item by item. Some sources tell everything each time; others only what
   * changed since the mark they gave the last time.
   *
   * @param mark what the last whole listing answered, or null for the first
   * @return the mark for the next time; empty for a source that always tells everything
   */
  Optional<String> list(@Nullable String mark, Listener listener);

  /**
   * Fetches an item into a file.
   *
   * @param known the version that was fetched last, or null
   * @param into does not exist yet; is written only for {@link Fetched.Content}
   * @throws IOException when it could not be fetched this time
   */
  Fetched fetch(SourceItem item, @Nullable String known, Path into) throws IOException;

  @Override
  default void close() {}

  /** Is told what a listing finds, in its order. */
  interface Listener {
    void found(SourceItem item);

    /** Keys that are known and that this listing has not told yet. */
    List<String> notToldYet();

    /** Only from sources that tell changes. */
    void gone(String key);
  }
}
