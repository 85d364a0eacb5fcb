package dev.tandem.deals;

import dev.tandem.shared.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads amounts as spreadsheets of several countries write them. */
final class MoneyReading {
  private static final Map<String, String> SIGNS =
      Map.of("€", "EUR", "£", "GBP", "$", "USD", "US$", "USD", "¥", "JPY");
  private static final Pattern AMOUNT =
      Pattern.compile("([\\p{L}€£$¥]*)\\s*([+-]?[\\d.,'’\\s]*\\d)\\s*([\\p{L}€£$¥]*)");
  private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:([.,])\\d{3})(?:\\1\\d{3})*");

  private MoneyReading() {}

  /**
   * @param text such as {@code 12500.50}, {@code 12,500.50}, {@code 12.500,50} or {@code € 12 500}
   * @param currency ISO 4217 code, or null when the text or {@code otherwise} is to tell
   * @param decimalComma whether a single comma before three digits may be a decimal one
   * @throws IllegalArgumentException saying what is wrong, also when a text can mean two amounts
   */
  static Money read(
      String text, @Nullable String currency, boolean decimalComma, Currency otherwise) {
    var parts = AMOUNT.matcher(text.replaceAll("[\\u00a0\\u202f]", " ").strip());
    if (!parts.matches()) throw new IllegalArgumentException("'" + text + "' is no amount");
    var amount = amount(parts.group(2).replaceAll("['’\\s]", ""), text, decimalComma);
    if (amount.signum() < 0) throw new IllegalArgumentException("'" + text + "' is below 0");
    if (amount.precision() - amount.scale() > 15)
      throw new IllegalArgumentException("'" + text + "' is too large for an amount");
    var named = parts.group(1).isEmpty() ? parts.group(3) : parts.group(1);
    if (currency == null) return new Money(amount, named.isEmpty() ? otherwise : currency(named));
    var told = currency(currency);
    if (!named.isEmpty() && !currency(named).equals(told))
      throw new IllegalArgumentException("'" + text + "' is not in " + told.getCurrencyCode());
    return new Money(amount, told);
  }

  static Currency currency(String code) {
    var upper = code.strip().toUpperCase(Locale.ROOT);
    try {
      return Currency.getInstance(SIGNS.getOrDefault(upper, upper));
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException(
          "'" + code + "' is no currency code such as EUR or USD", unknown);
    }
  }

  private static BigDecimal amount(String digits, String text, boolean decimalComma) {
    int comma = digits.lastIndexOf(',');
    int dot = digits.lastIndexOf('.');
    if (comma < 0 && dot < 0) return number(digits, text);
    if (comma >= 0 && dot >= 0) {
      char decimal = comma > dot ? ',' : '.';
      char grouping = decimal == ',' ? '.' : ',';
      var whole = digits.substring(0, Math.max(comma, dot));
      if (whole.indexOf(decimal) >= 0 || !grouped(whole)) throw unclear(text);
      return number(digits.replace(String.valueOf(grouping), "").replace(decimal, '.'), text);
    }
    char only = comma >= 0 ? ',' : '.';
    boolean once = digits.indexOf(only) == digits.lastIndexOf(only);
    if (!grouped(digits)) {
      if (!once) throw unclear(text);
      return number(digits.replace(only, '.'), text);
    }
    boolean ambiguous = once && !digits.startsWith("0") && (only == '.' || decimalComma);
    if (ambiguous) throw unclear(text);
    if (once && digits.startsWith("0")) return number(digits.replace(only, '.'), text);
    return number(digits.replace(String.valueOf(only), ""), text);
  }

  private static boolean grouped(String digits) {
    return GROUPED.matcher(digits.replaceFirst("^[+-]", "")).matches();
  }

  private static BigDecimal number(String digits, String text) {
    try {
      return new BigDecimal(digits);
    } catch (NumberFormatException wrong) {
      throw new IllegalArgumentException("'" + text + "' is no amount", wrong);
    }
  }

  private static IllegalArgumentException unclear(String text) {
    return new IllegalArgumentException(
        "'"
            + text
            + "' can be read in two ways; write it without thousands separators, such as 12500.00");
  }
}
