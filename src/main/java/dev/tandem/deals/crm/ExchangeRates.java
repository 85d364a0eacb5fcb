package dev.tandem.deals.crm;

import dev.tandem.shared.CsvTable;
import dev.tandem.shared.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Dated rates that the operator supplies. A rate holds from its date until the next one of the same
 * pair; before the first there is none. A pair that is given the other way round is inverted; rates
 * are never chained over a third currency.
 */
final class ExchangeRates {
  static final ExchangeRates NONE = new ExchangeRates(Map.of());
  private static final int DIGITS = 12;

  private final Map<String, NavigableMap<LocalDate, BigDecimal>> byPair;

  private ExchangeRates(Map<String, NavigableMap<LocalDate, BigDecimal>> byPair) {
    this.byPair = byPair;
  }

  /**
   * @param file CSV with the columns {@code date,from,to,rate}: one {@code from} costs {@code rate}
   *     of {@code to}
   * @throws CrmFailure naming the row that is wrong: a wrong rate would falsify every sum
   */
  static ExchangeRates read(Path file) {
    var byPair = new HashMap<String, NavigableMap<LocalDate, BigDecimal>>();
    try (var table = CsvTable.open(file)) {
      for (var row : table) {
        var from = currency(row, "from", file);
        var to = currency(row, "to", file);
        byPair
            .computeIfAbsent(pair(from, to), none -> new TreeMap<>())
            .put(date(row, file), rate(row, file));
      }
    } catch (IOException | UncheckedIOException unreadable) {
      throw CrmFailure.refused(
          "the exchange rates cannot be read: " + unreadable.getMessage(),
          "Correct the file, or take tandem.sync.currency out to keep amounts as they are.");
    }
    return new ExchangeRates(byPair);
  }

  /** Rounded to cents; empty when no rate of the pair is known for that day. */
  Optional<Money> convert(Money amount, Currency to, LocalDate day) {
    if (amount.currency().equals(to)) return Optional.of(amount);
    return rate(amount.currency(), to, day)
        .or(
            () ->
                rate(to, amount.currency(), day)
                    .map(rate -> BigDecimal.ONE.divide(rate, DIGITS, RoundingMode.HALF_EVEN)))
        .map(
            rate ->
                new Money(
                    amount
                        .amount()
                        .multiply(rate)
                        .setScale(
                            Math.max(0, to.getDefaultFractionDigits()), RoundingMode.HALF_EVEN),
                    to));
  }

  private Optional<BigDecimal> rate(Currency from, Currency to, LocalDate day) {
    var dated = byPair.get(pair(from, to));
    var entry = dated == null ? null : dated.floorEntry(day);
    return entry == null ? Optional.empty() : Optional.of(entry.getValue());
  }

  private static String pair(Currency from, Currency to) {
    return from.getCurrencyCode() + ">" + to.getCurrencyCode();
  }

  private static Currency currency(CsvTable.Row row, String column, Path file) {
    try {
      return Currency.getInstance(row.get(column).orElse(""));
    } catch (IllegalArgumentException wrong) {
      throw wrong(file, row, column, "no currency code such as EUR");
    }
  }

  private static LocalDate date(CsvTable.Row row, Path file) {
    try {
      return LocalDate.parse(row.get("date").orElse(""));
    } catch (DateTimeParseException wrong) {
      throw wrong(file, row, "date", "no ISO date such as 2026-01-31");
    }
  }

  private static BigDecimal rate(CsvTable.Row row, Path file) {
    try {
      var rate = new BigDecimal(row.get("rate").orElse(""));
      if (rate.signum() > 0) return rate;
    } catch (NumberFormatException wrong) {
      // said below
    }
    throw wrong(file, row, "rate", "no number above 0 with a decimal point");
  }

  private static CrmFailure wrong(Path file, CsvTable.Row row, String column, String problem) {
    return CrmFailure.refused(
        "exchange rates %s, row %d, %s: %s"
            .formatted(file.getFileName(), row.number(), column, problem),
        "Correct the file: its columns are date,from,to,rate.");
  }
}
