package dev.tandem.library.manifest;

import dev.tandem.shared.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads amounts as people write them: {@code 1800}, {@code 1,800.50 USD}, {@code € 1.800,50}. */
final class Amount {
  private static final Pattern FORM =
      Pattern.compile("(?<before>[A-Z]{3}|[€$£])?(?<number>\\d[\\d.,]*)(?<after>[A-Z]{3}|[€$£])?");
  private static final Map<String, String> SYMBOLS = Map.of("€", "EUR", "$", "USD", "£", "GBP");

  private Amount() {}

  static Optional<Money> read(String text, Currency otherwise) {
    if (text.length() > 40) return Optional.empty();
    var matcher =
        FORM.matcher(text.toUpperCase(Locale.ROOT).replaceAll("[\\s\\u00a0\\u202f'’]", ""));
    if (!matcher.matches()) return Optional.empty();
    var unit = matcher.group("before") == null ? matcher.group("after") : matcher.group("before");
    try {
      var currency =
          unit == null ? otherwise : Currency.getInstance(SYMBOLS.getOrDefault(unit, unit));
      return Optional.of(new Money(new BigDecimal(plain(matcher.group("number"))), currency));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // no such currency, or two decimal signs
    }
  }

  /** The last sign is the decimal one, unless exactly three digits follow and it stands alone. */
  private static String plain(String number) {
    int last = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
    if (last < 0) return number;
    char sign = number.charAt(last);
    boolean repeated = number.indexOf(sign) != last;
    boolean both = number.indexOf(sign == '.' ? ',' : '.') >= 0;
    boolean thousands = repeated || (!both && number.length() - last - 1 == 3);
    var digits = number.replaceAll("[.,]", "");
    if (thousands) return digits;
    int decimals = number.length() - last - 1;
    return digits.substring(0, digits.length() - decimals)
        + "."
        + digits.substring(digits.length() - decimals);
  }
}
