package dev.tandem.feedback;

/** Why a JSON object is no event; the message names the field. */
public final class EventProblem extends Exception {
  private static final long serialVersionUID = 1;

  public EventProblem(String message) {
    super(message);
  }

  /** What is wrong, for whoever wrote the object. */
  public String problem() {
    return String.valueOf(getMessage());
  }
}
