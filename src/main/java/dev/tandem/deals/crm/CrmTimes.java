package dev.tandem.deals.crm;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** Moments as CRMs write them. */
public final class CrmTimes {
  /** ISO with any offset ({@code Z}, {@code +02:00}, {@code +0200}), or none, or a blank for T. */
  private static final DateTimeFormatter MOMENT =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("['T'][ ]")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT);

  private CrmTimes() {}

  /**
   * @param text ISO 8601, milliseconds since 1970, or a day; without an offset it is in UTC
   * @throws IllegalArgumentException when it is none of these
   */
  public static Instant moment(String text) {
    var plain = text.strip();
    try {
      if (plain.matches("-?\\d{11,14}")) return Instant.ofEpochMilli(Long.parseLong(plain));
      if (plain.length() == 10)
        return LocalDate.parse(plain).atStartOfDay(ZoneOffset.UTC).toInstant();
      var read = MOMENT.parseBest(plain, OffsetDateTime::from, LocalDateTime::from);
      return read instanceof OffsetDateTime at
          ? at.toInstant()
          : ((LocalDateTime) read).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException | NumberFormatException wrong) {
      throw new IllegalArgumentException("'" + text + "' is no moment in ISO 8601", wrong);
    }
  }

  /** The day of a moment where the CRM's people are; what is a day already stays that day. */
  public static LocalDate day(String text, ZoneId zone) {
    var plain = text.strip();
    try {
      if (plain.length() == 10) return LocalDate.parse(plain);
    } catch (DateTimeException wrong) {
      throw new IllegalArgumentException("'" + text + "' is no ISO date such as 2026-01-31", wrong);
    }
    return moment(plain).atZone(zone).toLocalDate();
  }
}
