package dev.tandem.library.sources;

import org.jspecify.annotations.Nullable;

/** Why a source could not be read; what was taken before stays, and nothing counts as gone. */
public final class SourceFailure extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final String advice;

  private SourceFailure(String message, String advice, @Nullable Throwable cause) {
    super(message, cause);
    this.advice = advice;
  }

  public static SourceFailure unreachable(String message, @Nullable Throwable cause) {
    return new SourceFailure(
        message, "Nothing to do unless it stays: the next run tries again.", cause);
  }

  public static SourceFailure refused(String message, String advice) {
    return new SourceFailure(message, advice, null);
  }

  /** What a person may do about it, in a sentence. */
  public String advice() {
    return advice;
  }
}
