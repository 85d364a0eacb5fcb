package dev.tandem.shared;

import java.math.BigDecimal;
import java.util.Currency;

/** An amount in one currency; amounts of different currencies are never added. */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {
  public static Money of(String amount, String currency) {
    return new Money(new BigDecimal(amount), Currency.getInstance(currency));
  }

  public Money plus(Money other) {
    return new Money(amount.add(sameCurrency(other).amount), currency);
  }

  @Override
  public int compareTo(Money other) {
    return amount.compareTo(sameCurrency(other).amount);
  }

  private Money sameCurrency(Money other) {
    if (!currency.equals(other.currency))
      throw new IllegalArgumentException(
          currency + " and " + other.currency + " cannot be combined");
    return other;
  }
}
