package dev.tandem.taxonomy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody else gave a word another meaning since it was read; nothing was changed. */
public final class StaleWordException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Glossary.@Nullable Entry now;

  StaleWordException(Optional<Glossary.Entry> now) {
    super(
        now.map(entry -> "“" + entry.term() + "” is at version " + entry.version() + " by now")
            .orElse("the word is not in use any more"));
    this.now = now.orElse(null);
  }

  /** What the word means now; empty where it is not in use (any more). */
  public Optional<Glossary.Entry> now() {
    return Optional.ofNullable(now);
  }
}
