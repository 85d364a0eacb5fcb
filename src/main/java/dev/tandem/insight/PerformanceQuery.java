package dev.tandem.insight;

import dev.tandem.shared.TimeWindow;

/**
 * Which report is wanted.
 *
 * @param windowDays how long before a deal's close a touch still gets credit, 1 to 730 days
 */
public record PerformanceQuery(
    TimeWindow window, Grouping by, Attribution attribution, int windowDays) {
  public static final int DEFAULT_WINDOW_DAYS = 90;

  public PerformanceQuery {
    if (windowDays < 1 || windowDays > 730)
      throw new IllegalArgumentException("window_days outside 1 to 730: " + windowDays);
  }
}
