package dev.tandem.insight;

import dev.tandem.shared.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Shares out amounts so that the parts add up to the whole, to the last cent. */
final class Cents {
  private Cents() {}

  /**
   * The parts of an amount, in the order of the shares: rounded down to the currency's smallest
   * unit, and what is left over one unit each to the largest remainders, the first of equals first.
   *
   * @param shares 0 or more, sum to 1
   */
  static List<Money> split(Money amount, double[] shares) {
    int scale =
        Math.max(
            amount.amount().scale(), Math.max(0, amount.currency().getDefaultFractionDigits()));
    var whole = amount.amount().setScale(scale).unscaledValue();
    var exact =
        Arrays.stream(shares)
            .mapToObj(share -> new BigDecimal(whole).multiply(new BigDecimal(share)))
            .toList();
    var parts = new ArrayList<BigInteger>(exact.stream().map(Cents::floor).toList());
    long left = parts.stream().reduce(whole, BigInteger::subtract).longValueExact();
    var order =
        IntStream.range(0, shares.length)
            .boxed()
            .sorted(
                Comparator.comparing(
                    (Integer i) -> remainder(exact.get(i), parts.get(i)),
                    Comparator.reverseOrder()))
            .toList();
    int next = 0;
    // the shares sum to 1 but for the last digits of doubles, which can cost units of huge amounts
    for (; left > 0; left--) add(parts, order.get(next++ % order.size()), 1);
    for (; left < 0; left++) add(parts, order.get(order.size() - 1 - next++ % order.size()), -1);
    return parts.stream()
        .map(part -> new Money(new BigDecimal(part, scale), amount.currency()))
        .toList();
  }

  /** Equal parts, as equal as cents can be. */
  static List<Money> split(Money amount, int parts) {
    var shares = new double[parts];
    Arrays.fill(shares, 1.0 / parts);
    return split(amount, shares);
  }

  private static void add(List<BigInteger> parts, int place, int units) {
    parts.set(place, parts.get(place).add(BigInteger.valueOf(units)));
  }

  private static BigInteger floor(BigDecimal value) {
    return value.setScale(0, java.math.RoundingMode.FLOOR).toBigInteger();
  }

  /** Rounded, so that shares that are equal but for the last digit of a double are equal. */
  private static BigDecimal remainder(BigDecimal exact, BigInteger part) {
    return exact.subtract(new BigDecimal(part)).setScale(6, java.math.RoundingMode.HALF_EVEN);
  }
}
