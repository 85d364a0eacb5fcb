package dev.tandem.insight;

import dev.tandem.shared.TimeWindow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Whole days, both included, in the zone of the server. */
public record Days(LocalDate first, LocalDate last) {
  private static final int PARTS = 12;
  private static final int MONTHLY = 200;

  public Days {
    if (last.isBefore(first))
      throw new IllegalArgumentException("ends before it starts: " + first + " … " + last);
  }

  /** The days that a window touches. */
  static Days of(TimeWindow window) {
    var first = day(window.from());
    var last = day(window.to().minusNanos(1));
    return new Days(first, last.isBefore(first) ? first : last);
  }

  static LocalDate day(Instant at) {
    return at.atZone(ZoneId.systemDefault()).toLocalDate();
  }

  static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneId.systemDefault()).toInstant();
  }

  public TimeWindow window() {
    return new TimeWindow(start(first), start(last.plusDays(1)));
  }

  public long length() {
    return ChronoUnit.DAYS.between(first, last) + 1;
  }

  /** As many days before. */
  public Days before() {
    return new Days(first.minusDays(length()), first.minusDays(1));
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  /** The beginnings of about twelve parts: equal ones, or months where there are many days. */
  List<LocalDate> parts() {
    var starts = new ArrayList<LocalDate>();
    if (length() > MONTHLY) {
      starts.add(first);
      for (var month = first.withDayOfMonth(1).plusMonths(1); !month.isAfter(last); ) {
        starts.add(month);
        month = month.plusMonths(1);
      }
      return starts;
    }
    long count = Math.min(PARTS, length());
    for (long i = 0; i < count; i++) starts.add(first.plusDays(i * length() / count));
    return starts;
  }
}
