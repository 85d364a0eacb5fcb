package dev.tandem.insight;

import dev.tandem.insight.PerformanceTables.DayCounts;
import dev.tandem.shared.Proportion;
import dev.tandem.shared.TimeWindow;
import java.util.List;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Service;

/** What was done with all content in a period, counted from the roll-ups of its days. */
@Service
public class PeriodCounts {

  /**
   * @param people reps with at least one use
   * @param assets with at least one use
   * @param rated judged helpful or not
   * @param searches with words that led to a use, out of all
   */
  public record Counts(
      long uses,
      long people,
      long shares,
      long buyerViews,
      long helpful,
      long rated,
      long dismissed,
      long assets,
      Proportion searches) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, new Proportion(0, 0));
  }

  private final ReadModel readModel;
  private final PerformanceTables tables;
  private final ReachTables reaches;

  PeriodCounts(ReadModel readModel, PerformanceTables tables, ReachTables reaches) {
    this.readModel = readModel;
    this.tables = tables;
    this.reaches = reaches;
  }

  /** An empty window has none. */
  public Counts of(TimeWindow window) {
    if (!window.from().isBefore(window.to())) return Counts.NONE;
    readModel.catchUp();
    var days = Days.of(window);
    var counts = tables.counts(days);
    long helpful = sum(counts, DayCounts::helpful);
    return new Counts(
        sum(counts, DayCounts::uses),
        reaches.of(days).users(),
        sum(counts, DayCounts::shares),
        sum(counts, DayCounts::buyerViews),
        helpful,
        helpful + sum(counts, DayCounts::notHelpful),
        sum(counts, DayCounts::dismissals),
        counts.stream().filter(count -> count.uses() > 0).map(DayCounts::asset).distinct().count(),
        tables.searches(days));
  }

  private static long sum(List<DayCounts> counts, ToLongFunction<DayCounts> which) {
    return counts.stream().mapToLong(which).sum();
  }
}
