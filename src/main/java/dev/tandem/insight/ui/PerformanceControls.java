package dev.tandem.insight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import dev.tandem.insight.Attribution;
import dev.tandem.insight.Grouping;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** What the report looks at: the period, the rows, the attribution. */
final class PerformanceControls extends Div {
  private static final List<Integer> PERIODS = List.of(30, 90, 180, 365);

  private final transient PerformanceState state;
  private final transient Consumer<PerformanceState> go;

  PerformanceControls(PerformanceState state, LocalDate today, Consumer<PerformanceState> go) {
    this.state = state;
    this.go = go;
    addClassName("report-controls");
    add(period(today), from(), to(), by(), attribution());
  }

  private Component period(LocalDate today) {
    var select = new Select<Integer>();
    select.setLabel("Period");
    select.setItems(PERIODS);
    select.setItemLabelGenerator(days -> days == null ? "Own dates" : "Last " + days + " days");
    select.setEmptySelectionAllowed(true);
    select.setEmptySelectionCaption("Own dates");
    select.setPlaceholder("Own dates");
    select.setValue(
        PERIODS.stream()
            .filter(days -> Period.lastDays(days, today).equals(state.period()))
            .findFirst()
            .orElse(null));
    select.addValueChangeListener(
        change -> {
          if (change.getValue() != null && change.isFromClient())
            go.accept(state.with(Period.lastDays(change.getValue(), today)));
        });
    return select;
  }

  private Component from() {
    var picker = new DatePicker("From", state.period().first());
    picker.setMax(state.period().last());
    picker.setLocale(Locale.UK);
    picker.addValueChangeListener(
        change -> {
          if (change.getValue() != null && change.isFromClient())
            go.accept(state.with(new Period(change.getValue(), state.period().last())));
        });
    return picker;
  }

  private Component to() {
    var picker = new DatePicker("To", state.period().last());
    picker.setMin(state.period().first());
    picker.setLocale(Locale.UK);
    picker.addValueChangeListener(
        change -> {
          if (change.getValue() != null && change.isFromClient())
            go.accept(state.with(new Period(state.period().first(), change.getValue())));
        });
    return picker;
  }

  private Component by() {
    var select = new Select<Grouping>();
    select.setLabel("Rows");
    select.setItems(Grouping.values());
    select.setItemLabelGenerator(Grouping::label);
    select.setValue(state.by());
    select.addValueChangeListener(
        change -> {
          if (change.isFromClient()) go.accept(state.with(change.getValue()));
        });
    return select;
  }

  private Component attribution() {
    var select = new Select<Attribution>();
    select.setLabel("Attribution");
    select.addClassName("wide-select");
    select.setItems(Attribution.values());
    select.setItemLabelGenerator(Attribution::label);
    select.setValue(state.attribution());
    select.setHelperText("touches in the " + state.windowDays() + " days before");
    select.addValueChangeListener(
        change -> {
          if (change.isFromClient()) go.accept(state.with(change.getValue()));
        });
    return select;
  }
}
