package dev.tandem.insight;

import java.util.List;

/**
 * Everything that a look at the reports shows, from one reading of the log, the library and the
 * deals.
 *
 * @param rows as the query wants them, most used first
 * @param byStage the same by the stage when used
 * @param byType the same by content type
 * @param before the window of the same length before
 */
public record PerformancePage(
    List<PerformanceRow> rows,
    List<PerformanceRow> byStage,
    List<PerformanceRow> byType,
    Overview now,
    Overview before) {
  public PerformancePage {
    rows = List.copyOf(rows);
    byStage = List.copyOf(byStage);
    byType = List.copyOf(byType);
  }
}
