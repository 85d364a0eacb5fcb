package dev.tandem.shared.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day, written as everywhere in Tandem: with its month as a word, since 08/09/2026 is one day in
 * London and another in New York.
 */
public final class DayField extends DatePicker {

  public DayField(String label) {
    this(label, null);
  }

  public DayField(String label, @Nullable LocalDate value) {
    super(label);
    setValue(value);
    setI18n(
        new DatePickerI18n()
            .setDateFormats("d MMM yyyy", "yyyy-MM-dd", "d.M.yyyy", "d MMMM yyyy", "MMM d, yyyy")
            .setBadInputErrorMessage("A day, such as 5 Sep 2026")
            .setFirstDayOfWeek(1));
  }
}
