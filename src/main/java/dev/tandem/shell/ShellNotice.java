package dev.tandem.shell;

/** A line that a part of the program wants to stand in the frame of every view. */
@FunctionalInterface
public interface ShellNotice {

  /** The line now; empty when there is nothing to say. */
  String text();

  /** How many things wait where the line leads; they are counted at the entry of that view. */
  default long waiting() {
    return 0;
  }

  /** Where the line leads in the program, without a slash in front; empty for nowhere. */
  default String path() {
    return "";
  }
}
