package dev.tandem.insight;

import dev.tandem.shared.Money;
import dev.tandem.shared.TimeWindow;
import java.util.List;
import java.util.Map;

/** The same won amounts under every convention for sharing them out, side by side. */
public interface AttributionReport {

  Page attribution(TimeWindow window, int windowDays, double halfLifeDays);

  /**
   * @param rows by asset, the largest linear credit first
   * @param won amounts of all deals won on the days
   * @param credited amounts of those with a touch that counts; each model shares out exactly this
   * @param dealsWon deals won on the days, with an amount
   * @param dealsCredited those of them with a touch that counts
   * @param withoutAmount deals won that are left out since their amount is not known
   */
  record Page(
      List<Row> rows,
      List<Money> won,
      List<Money> credited,
      long dealsWon,
      long dealsCredited,
      long withoutAmount) {
    public Page {
      rows = List.copyOf(rows);
      won = List.copyOf(won);
      credited = List.copyOf(credited);
    }
  }

  /**
   * @param deals on how many credited deals it was a touch that counts
   */
  record Row(String asset, String label, long deals, Map<Attribution, List<Money>> credit) {
    public Row {
      credit = Map.copyOf(credit);
    }
  }
}
