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

  /** At most so many stretches of equal length, the first ones longer by a day where need be. */
  List<Days> parts(int most) {
    int count = (int) Math.min(most, length());
    var parts = new ArrayList<Days>();
    var start = first;
    for (int i = 0; i < count; i++) {
      long days = length() / count + (i < length() % count ? 1 : 0);
      parts.add(new Days(start, start.plusDays(days - 1)));
      start = start.plusDays(days);
    }
    return parts;
  }
}
