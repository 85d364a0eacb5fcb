package dev.tandem.shell;

/** A line that a part of the program wants to stand in the frame of every view. */
@FunctionalInterface
public interface ShellNotice {

  /** Asked with every view. */
  Line now();

  /**
   * @param text empty when there is nothing to say
   * @param waiting how many things wait where the line leads; they are counted at the entry of that
   *     view
   * @param path where it leads in the program, without a slash in front; empty for nowhere
   */
  record Line(String text, long waiting, String path) {
    /** One that leads nowhere. */
    public static Line of(String text) {
      return new Line(text, 0, "");
    }
  }
}
