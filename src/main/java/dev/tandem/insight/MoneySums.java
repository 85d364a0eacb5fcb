package dev.tandem.insight;

import dev.tandem.shared.Money;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sums by currency; amounts of different currencies are never added. */
final class MoneySums {
  private final Map<Currency, Money> sums = new HashMap<>();

  void add(Money money) {
    sums.merge(money.currency(), money, Money::plus);
  }

  boolean isEmpty() {
    return sums.isEmpty();
  }

  /** Largest first. */
  List<Money> sums() {
    return sums.values().stream()
        .sorted(
            Comparator.comparing(Money::amount)
                .reversed()
                .thenComparing(money -> money.currency().getCurrencyCode()))
        .toList();
  }
}
