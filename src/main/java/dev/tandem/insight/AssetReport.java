package dev.tandem.insight;

import java.util.List;

/** What became of each asset, and what can be said about deals that used it. */
public interface AssetReport {

  /** Everything that was seen or used on the days, most used first; the grouping is by asset. */
  List<AssetRow> assets(PerformanceQuery query);
}
