package dev.tandem.insight;

import dev.tandem.shared.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sums by currency; amounts of different currencies are never added. */
final class MoneySums {
  private final Map<Currency, BigDecimal> sums = new HashMap<>();

  /** Adds one of {@code parts} equal parts of an amount. */
  void add(Money money, int parts) {
    var part = money.amount().divide(BigDecimal.valueOf(parts), MathContext.DECIMAL64);
    sums.merge(money.currency(), part, BigDecimal::add);
  }

  /** The sums in cents, largest first. */
  List<Money> rounded() {
    return sums.entrySet().stream()
        .map(sum -> new Money(sum.getValue().setScale(2, RoundingMode.HALF_EVEN), sum.getKey()))
        .sorted(Comparator.comparing(Money::amount).reversed())
        .toList();
  }
}
