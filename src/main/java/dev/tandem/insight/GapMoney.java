package dev.tandem.insight;

import dev.tandem.deals.Opportunity;
import dev.tandem.shared.Money;
import java.util.Collection;
import java.util.List;

/** The amounts behind a gap. */
final class GapMoney {
  private GapMoney() {}

  static List<Money> of(Collection<Opportunity> deals) {
    var sums = new MoneySums();
    for (var deal : deals) if (deal.amount() != null) sums.add(deal.amount());
    return sums.sums();
  }

  /** To order gaps by: the largest sum in one currency, since currencies are never added. */
  static double largest(List<Money> sums) {
    return sums.isEmpty() ? 0 : sums.getFirst().amount().doubleValue();
  }
}
