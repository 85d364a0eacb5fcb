package dev.tandem.feedback;

import java.util.List;

/** What became of a batch of events: written, known already, or refused with the reason. */
public record AppendResult(int accepted, int repeated, List<Rejection> rejected) {
  public AppendResult {
    rejected = List.copyOf(rejected);
  }

  /**
   * @param index place in the batch, counting from 0
   */
  public record Rejection(int index, String problem) {}
}
