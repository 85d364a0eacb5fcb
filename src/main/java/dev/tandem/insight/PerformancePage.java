package dev.tandem.insight;

import java.util.List;

/**
 * Everything that a look at the reports shows, from one reading of the log, the library and the
 * deals.
 *
 * @param rows as the query wants them, most used first
 * @param byStage uses by the stage at that moment
 * @param byType uses by content type
 * @param before the window of the same length before
 */
public record PerformancePage(
    List<PerformanceRow> rows,
    List<UseCount> byStage,
    List<UseCount> byType,
    Overview now,
    Overview before) {
  public PerformancePage {
    rows = List.copyOf(rows);
    byStage = List.copyOf(byStage);
    byType = List.copyOf(byType);
  }
}
