package dev.tandem.requests;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Days on which people work: Monday to Friday; holidays differ too much to be known here. */
final class WorkingDays {
  private WorkingDays() {}

  /** The day that is so many working days behind this one; the day itself does not count. */
  static LocalDate after(LocalDate day, int workingDays) {
    var found = day;
    for (int left = workingDays; left > 0; ) {
      found = found.plusDays(1);
      if (found.getDayOfWeek() != DayOfWeek.SATURDAY && found.getDayOfWeek() != DayOfWeek.SUNDAY)
        left--;
    }
    return found;
  }
}
