package dev.tandem.insight;

import dev.tandem.library.AssetId;
import dev.tandem.shared.TimeWindow;
import java.util.List;

/** What was done with content, and in which deals. Associations only: nothing here is an effect. */
public interface ContentPerformance {

  /**
   * One row for everything that was seen or used on the days the window touches, most used first.
   */
  List<PerformanceRow> report(PerformanceQuery query);

  /** The report with the charts and figures around it. */
  PerformancePage page(PerformanceQuery query);

  /** The state of content on the days the window touches. */
  OverviewPage overview(TimeWindow window);

  /** The deals an asset was used on in the window, most recent use first. */
  List<DealUse> dealsOf(AssetId asset, TimeWindow window);
}
