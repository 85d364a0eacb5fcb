package dev.tandem.library.extraction.worker;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Days as files state them; null where there is none or it is not a date. */
final class Dates {
  private Dates() {}

  /** An ISO 8601 date, or the date at the start of a time stamp. */
  static @Nullable LocalDate day(@Nullable String text) {
    if (text == null || text.strip().length() < 10) {
      return null;
    }
    try {
      return LocalDate.parse(text.strip().substring(0, 10));
    } catch (DateTimeException notADate) {
      return null;
    }
  }

  static @Nullable LocalDate day(@Nullable Date date) {
    return date == null ? null : believable(date.toInstant().atZone(ZoneOffset.UTC).toLocalDate());
  }

  static @Nullable LocalDate day(@Nullable Calendar date) {
    return date == null ? null : day(date.getTime());
  }

  /** Programs without a clock write 1601, 1970 or 1980. */
  private static @Nullable LocalDate believable(LocalDate day) {
    return day.getYear() > 1980 && day.getYear() < 2200 ? day : null;
  }
}
