package dev.tandem.shared;

/** The program cannot start, for a reason that the person at the keyboard can remove. */
public final class StartRefusedException extends RuntimeException {
  private final String remedy;

  /**
   * @param problem what is wrong and where, as a sentence
   * @param remedy what to do about it, as a sentence
   */
  public StartRefusedException(String problem, String remedy) {
    super(problem);
    this.remedy = remedy;
  }

  public StartRefusedException(String problem, String remedy, Throwable cause) {
    super(problem, cause);
    this.remedy = remedy;
  }

  public String remedy() {
    return remedy;
  }
}
