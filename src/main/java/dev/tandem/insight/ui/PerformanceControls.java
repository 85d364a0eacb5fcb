package dev.tandem.insight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import dev.tandem.insight.Attribution;
import dev.tandem.insight.Grouping;
import java.time.LocalDate;
import java.util.function.Consumer;

/** What the report looks at: the period, the rows, the attribution. */
final class PerformanceControls extends Div {
  private final transient PerformanceState state;
  private final transient Consumer<PerformanceState> go;

  PerformanceControls(PerformanceState state, LocalDate today, Consumer<PerformanceState> go) {
    this.state = state;
    this.go = go;
    addClassName("report-controls");
    PeriodFields.addTo(this, state.period(), today, period -> go.accept(state.with(period)));
    add(by(), attribution());
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
    select.setItemLabelGenerator(model -> model.label(Attribution.DEFAULT_HALF_LIFE_DAYS));
    select.setValue(state.attribution());
    select.setHelperText("of the " + state.windowDays() + " days before the close");
    select.addValueChangeListener(
        change -> {
          if (change.isFromClient()) go.accept(state.with(change.getValue()));
        });
    return select;
  }
}
