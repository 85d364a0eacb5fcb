package dev.tandem.insight;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days of a report as whole months and the days around them.
 *
 * @param months first day of the first whole month
 * @param after first day after the last whole month; {@code months} itself where there is none
 */
record Stretch(Days days, LocalDate months, LocalDate after) {

  /**
   * @param folded the first day of the last month that stands in the tables of months
   */
  static Stretch of(Days days, @Nullable LocalDate folded) {
    var first = days.first().withDayOfMonth(1);
    if (first.isBefore(days.first())) first = first.plusMonths(1);
    var after = days.last().plusDays(1).withDayOfMonth(1);
    if (folded == null || !first.isBefore(after)) return new Stretch(days, first, first);
    var known = folded.plusMonths(1);
    if (after.isAfter(known)) after = known;
    return new Stretch(days, first, first.isBefore(after) ? after : first);
  }
}
