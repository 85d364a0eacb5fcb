package dev.tandem.shared;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The program cannot start, for a reason that the person at the keyboard can remove. */
public final class StartRefusedException extends RuntimeException {
  private final String remedy;
  private final @Nullable TandemHome held;

  /**
   * @param problem what is wrong and where, as a sentence
   * @param remedy what to do about it, as a sentence
   */
  public StartRefusedException(String problem, String remedy) {
    super(problem);
    this.remedy = remedy;
    this.held = null;
  }

  /**
   * @param held the home that another process holds
   */
  StartRefusedException(String problem, String remedy, TandemHome held) {
    super(problem);
    this.remedy = remedy;
    this.held = held;
  }

  public StartRefusedException(String problem, String remedy, Throwable cause) {
    super(problem, cause);
    this.remedy = remedy;
    this.held = null;
  }

  public String remedy() {
    return remedy;
  }

  /** The home that another process holds, where a failure to start comes of that. */
  public static Optional<TandemHome> homeHeldElsewhere(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause())
      if (cause instanceof StartRefusedException refused && refused.held != null)
        return Optional.of(refused.held);
    return Optional.empty();
  }
}
