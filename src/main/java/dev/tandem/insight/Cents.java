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
  private static final double MILLIONTHS = 1e6;

  /** In units: below it the error of a product is less than a millionth of one. */
  private static final BigInteger MOST_AS_DOUBLE = BigInteger.valueOf(4_000_000_000L);

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
    if (whole.abs().compareTo(MOST_AS_DOUBLE) < 0) {
      var units = split(whole.longValue(), shares);
      return Arrays.stream(units)
          .mapToObj(part -> new Money(BigDecimal.valueOf(part, scale), amount.currency()))
          .toList();
    }
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

  /**
   * The same for amounts that a double times a share holds exactly enough: reports share out
   * hundreds of thousands.
   */
  private static long[] split(long whole, double[] shares) {
    var parts = new long[shares.length];
    var byRemainder = new long[shares.length]; // largest first, then the first
    long left = whole;
    for (int i = 0; i < shares.length; i++) {
      double exact = whole * shares[i];
      double near = Math.rint(exact);
      parts[i] = (long) (Math.abs(exact - near) < 1 / MILLIONTHS ? near : Math.floor(exact));
      left -= parts[i];
      long remainder = Math.max(0, Math.round((exact - parts[i]) * MILLIONTHS));
      byRemainder[i] = ((long) MILLIONTHS - remainder) << Integer.SIZE | i;
    }
    if (left == 0) return parts;
    Arrays.sort(byRemainder);
    int n = shares.length;
    for (int next = 0; left > 0; left--) parts[(int) byRemainder[next++ % n]]++;
    for (int next = 0; left < 0; left++) parts[(int) byRemainder[n - 1 - next++ % n]]--;
    return parts;
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
