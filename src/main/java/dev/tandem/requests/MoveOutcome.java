package dev.tandem.requests;

/** What became of a move. */
public sealed interface MoveOutcome {
  record Done(ContentRequest request) implements MoveOutcome {}

  record NotFound(long id) implements MoveOutcome {}

  /**
   * @param reason a sentence for the person who tried
   */
  record Refused(String reason) implements MoveOutcome {}
}
