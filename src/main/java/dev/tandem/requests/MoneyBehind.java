package dev.tandem.requests;

import dev.tandem.deals.Opportunity;
import dev.tandem.deals.Outcome;
import dev.tandem.shared.Money;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/**
 * The open deals that wait for something. Amounts of different currencies are never added.
 *
 * @param openDeals how many are open
 * @param withoutAmount how many of these name no amount
 * @param sums one a currency, the largest first
 */
public record MoneyBehind(int openDeals, int withoutAmount, List<Money> sums) {
  public MoneyBehind {
    sums = List.copyOf(sums);
  }

  public static MoneyBehind of(Collection<Opportunity> deals) {
    var open = deals.stream().filter(deal -> deal.outcome() == Outcome.OPEN).distinct().toList();
    var sums = new HashMap<java.util.Currency, Money>();
    int without = 0;
    for (var deal : open) {
      var amount = deal.amount();
      if (amount == null) without++;
      else sums.merge(amount.currency(), amount, Money::plus);
    }
    var largest =
        sums.values().stream().sorted(Comparator.comparing(Money::amount).reversed()).toList();
    return new MoneyBehind(open.size(), without, largest);
  }
}
