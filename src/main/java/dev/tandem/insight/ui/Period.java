package dev.tandem.insight.ui;

import com.vaadin.flow.router.QueryParameters;
import dev.tandem.shared.TimeWindow;
import dev.tandem.shared.ui.Formats;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The days a report looks at, both included. */
record Period(LocalDate first, LocalDate last) {
  static final int DEFAULT_DAYS = 90;

  Period {
    if (first.isAfter(last)) {
      var swapped = first;
      first = last;
      last = swapped;
    }
  }

  static Period lastDays(int days, LocalDate today) {
    return new Period(today.minusDays(days - 1L), today);
  }

  /** Of the parameters {@code from} and {@code to}; the usual days where they do not tell. */
  static Period read(QueryParameters parameters, LocalDate today) {
    var usual = lastDays(DEFAULT_DAYS, today);
    return new Period(
        day(parameters, "from").orElse(usual.first()), day(parameters, "to").orElse(usual.last()));
  }

  private static Optional<LocalDate> day(QueryParameters parameters, String name) {
    try {
      return parameters.getSingleParameter(name).map(LocalDate::parse);
    } catch (DateTimeParseException malformed) {
      return Optional.empty();
    }
  }

  TimeWindow window() {
    var zone = ZoneId.systemDefault();
    return new TimeWindow(
        first.atStartOfDay(zone).toInstant(), last.plusDays(1).atStartOfDay(zone).toInstant());
  }

  /** As many days before. */
  Period before() {
    long days = ChronoUnit.DAYS.between(first, last) + 1;
    return new Period(first.minusDays(days), first.minusDays(1));
  }

  String inWords() {
    return Formats.day(first) + " – " + Formats.day(last);
  }
}
