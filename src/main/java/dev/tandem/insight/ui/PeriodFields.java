package dev.tandem.insight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import dev.tandem.shared.ui.DayField;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** The fields by which the days of a report are chosen. */
final class PeriodFields {
  private static final List<Integer> PERIODS = List.of(30, 90, 180, 365);

  private PeriodFields() {}

  static void addTo(Div controls, Period period, LocalDate today, Consumer<Period> go) {
    controls.add(
        length(period, today, go),
        day("From", period.first(), day -> go.accept(new Period(day, period.last()))),
        day("To", period.last(), day -> go.accept(new Period(period.first(), day))));
  }

  private static Component length(Period period, LocalDate today, Consumer<Period> go) {
    var select = new Select<Integer>();
    select.setLabel("Period");
    select.setItems(PERIODS);
    select.setItemLabelGenerator(days -> days == null ? "Own dates" : "Last " + days + " days");
    select.setEmptySelectionAllowed(true);
    select.setEmptySelectionCaption("Own dates");
    select.setPlaceholder("Own dates");
    select.setValue(
        PERIODS.stream()
            .filter(days -> Period.lastDays(days, today).equals(period))
            .findFirst()
            .orElse(null));
    select.addValueChangeListener(
        change -> {
          if (change.getValue() != null && change.isFromClient())
            go.accept(Period.lastDays(change.getValue(), today));
        });
    return select;
  }

  private static Component day(String label, LocalDate value, Consumer<LocalDate> go) {
    var picker = new DayField(label, value);
    picker.addValueChangeListener(
        change -> {
          if (change.getValue() != null && change.isFromClient()) go.accept(change.getValue());
        });
    return picker;
  }
}
