package dev.tandem.insight;

import dev.tandem.deals.Opportunity;
import dev.tandem.shared.TimeWindow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Won deals with the content and the people behind them: to celebrate, not to rank. */
public interface ChampionsReport {

  /** Deals won on the days on which content was used, the latest first, at most 200. */
  List<Champion> champions(TimeWindow window);

  record Champion(Opportunity deal, List<Part> parts) {
    public Champion {
      parts = List.copyOf(parts);
    }
  }

  /**
   * @param author who made it, or null where the library does not say
   * @param uses before the deal closed or after
   */
  record Part(
      String asset, String label, @Nullable String author, @Nullable String owner, long uses) {}
}
