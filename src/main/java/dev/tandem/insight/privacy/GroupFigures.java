package dev.tandem.insight.privacy;

/**
 * What a group of people did together. Only groups of at least {@link #SMALLEST} exist.
 *
 * @param people who are in the group, whether they did something or not
 * @param active people with at least one use
 * @param judged ratings and dismissals
 */
public record GroupFigures(
    String name, long people, long active, long uses, long shares, long judged, long deals) {
  /** Smaller groups would show what single people do. */
  public static final int SMALLEST = 5;

  public GroupFigures {
    if (people < SMALLEST)
      throw new IllegalArgumentException("a group under " + SMALLEST + " is not broken down");
  }
}
