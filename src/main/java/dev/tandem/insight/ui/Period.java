package dev.tandem.insight.ui;

import dev.tandem.shared.TimeWindow;
import dev.tandem.shared.ui.Formats;
import java.time.LocalDate;
import java.time.ZoneId;

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

  TimeWindow window() {
    var zone = ZoneId.systemDefault();
    return new TimeWindow(
        first.atStartOfDay(zone).toInstant(), last.plusDays(1).atStartOfDay(zone).toInstant());
  }

  String inWords() {
    return Formats.day(first) + " – " + Formats.day(last);
  }
}
