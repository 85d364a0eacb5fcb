package dev.tandem.insight;

import dev.tandem.shared.TimeWindow;

/**
 * Which report is wanted.
 *
 * @param windowDays how long before a deal's close a touch still gets credit, 1 to 730 days
 * @param halfLifeDays of time decay, over 0 to 365 days
 */
public record PerformanceQuery(
    TimeWindow window, Grouping by, Attribution attribution, int windowDays, double halfLifeDays) {
  public static final int DEFAULT_WINDOW_DAYS = 90;

  public PerformanceQuery {
    if (windowDays < 1 || windowDays > 730)
      throw new IllegalArgumentException("window_days outside 1 to 730: " + windowDays);
    if (!(halfLifeDays > 0 && halfLifeDays <= 365))
      throw new IllegalArgumentException("half_life_days outside 0 to 365: " + halfLifeDays);
  }

  public PerformanceQuery(TimeWindow window, Grouping by, Attribution attribution, int windowDays) {
    this(window, by, attribution, windowDays, Attribution.DEFAULT_HALF_LIFE_DAYS);
  }
}
