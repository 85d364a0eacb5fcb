package dev.tandem.feedback;

/**
 * Somebody who follows the log by cursor. Events are deleted only when all readers have taken them
 * in, so none of them ever misses one.
 */
public interface LogReader {

  /** The sequence of the last event that was taken in for good. */
  long position();
}
