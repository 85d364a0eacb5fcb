package dev.tandem.library.extraction.worker;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Days as files state them; null where there is none or it is not a date. */
final class Dates {
  private Dates() {}

  private static final List<DateTimeFormatter> WRITTEN =
      Stream.of(
              "uuuu/MM/dd",
              "uuuu.MM.dd",
              "MMMM d, uuuu",
              "MMM d, uuuu",
              "d MMMM uuuu",
              "d MMM uuuu")
          .map(it -> DateTimeFormatter.ofPattern(it, Locale.ENGLISH))
          .toList();

  /**
   * An ISO 8601 date, the date at the start of a time stamp or of a file's name, or a date as
   * people write it in English.
   */
  static @Nullable LocalDate day(@Nullable String text) {
    if (text == null || text.strip().length() < 10) {
      return null;
    }
    var day = parsed(text.strip().substring(0, 10), DateTimeFormatter.ISO_LOCAL_DATE);
    for (var written : WRITTEN) if (day == null) day = parsed(text.strip(), written);
    return day;
  }

  private static @Nullable LocalDate parsed(String text, DateTimeFormatter format) {
    try {
      return LocalDate.parse(text, format);
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
