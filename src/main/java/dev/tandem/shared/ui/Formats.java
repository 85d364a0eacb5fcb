package dev.tandem.shared.ui;

import dev.tandem.shared.Interval;
import dev.tandem.shared.Money;
import dev.tandem.shared.Proportion;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and dates as people read them. The program speaks English, so its formats do. */
public final class Formats {
  private static final Locale LOCALE = Locale.ENGLISH;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", LOCALE);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", LOCALE);

  private Formats() {}

  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  public static String day(Instant instant) {
    return DAY.format(instant.atZone(ZoneId.systemDefault()));
  }

  public static String moment(Instant instant) {
    return MOMENT.format(instant.atZone(ZoneId.systemDefault()));
  }

  public static String count(long number) {
    return NumberFormat.getIntegerInstance(LOCALE).format(number);
  }

  /** A count with its noun: "1 deal", "12 deals". */
  public static String count(long number, String singular, String plural) {
    return count(number) + " " + (number == 1 ? singular : plural);
  }

  /** A share in whole percent, "–" when nothing was counted. */
  public static String percent(double share) {
    return Double.isNaN(share) ? "–" : Math.round(share * 100) + " %";
  }

  /** "34 % (38 of 112)". */
  public static String share(Proportion proportion) {
    return percent(proportion.rate())
        + " ("
        + count(proportion.successes())
        + " of "
        + count(proportion.trials())
        + ")";
  }

  /** "26–43 %". */
  public static String interval(Interval interval) {
    return Math.round(interval.low() * 100) + "–" + Math.round(interval.high() * 100) + " %";
  }

  /** Without cents: "EUR 120,000". */
  public static String money(Money money) {
    var format = NumberFormat.getIntegerInstance(LOCALE);
    return money.currency().getCurrencyCode() + " " + format.format(money.amount());
  }

  /** 12,400 as "12k", 3,200,000 as "3.2m", with the currency in front. */
  public static String shortMoney(Money money) {
    double amount = money.amount().doubleValue();
    String digits;
    if (Math.abs(amount) >= 1e6) digits = String.format(LOCALE, "%.1fm", amount / 1e6);
    else if (Math.abs(amount) >= 1e4) digits = String.format(LOCALE, "%.0fk", amount / 1e3);
    else digits = NumberFormat.getIntegerInstance(LOCALE).format(amount);
    return money.currency().getCurrencyCode() + " " + digits;
  }

  /** "today", "3 days ago", "in 2 weeks", else the day. */
  public static String ago(LocalDate day, LocalDate today) {
    long days = java.time.temporal.ChronoUnit.DAYS.between(day, today);
    if (days == 0) return "today";
    if (days == 1) return "yesterday";
    if (days > 1 && days < 28) return days + " days ago";
    if (days == -1) return "tomorrow";
    if (days < 0 && days > -28) return "in " + -days + " days";
    return day(day);
  }
}
