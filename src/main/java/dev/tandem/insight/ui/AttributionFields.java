package dev.tandem.insight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.select.Select;
import dev.tandem.insight.Attribution;
import dev.tandem.insight.PerformanceQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How money is shared out. */
final class AttributionFields {
  private static final List<Double> HALF_LIVES = List.of(3.0, 7.0, 14.0, 30.0);

  private AttributionFields() {}

  static Component model(ReportState state) {
    var select = new Select<Attribution>();
    select.setLabel("Attribution");
    select.addClassName("wide-select");
    select.setItems(Attribution.values());
    select.setItemLabelGenerator(model -> model.label(state.halfLifeDays()));
    select.setValue(state.attribution());
    select.setHelperText(
        "of the " + PerformanceQuery.DEFAULT_WINDOW_DAYS + " days before the close");
    select.addValueChangeListener(
        change -> {
          if (change.isFromClient()) state.with("attribution", change.getValue().id()).go();
        });
    return select;
  }

  static Component halfLife(ReportState state) {
    var select = new Select<Double>();
    select.setLabel("Half-life of time decay");
    var choices =
        new ArrayList<>(
            Stream.concat(HALF_LIVES.stream(), Stream.of(state.halfLifeDays()))
                .distinct()
                .sorted()
                .collect(Collectors.toList()));
    select.setItems(choices);
    select.setItemLabelGenerator(days -> Math.round(days) + " days");
    select.setValue(state.halfLifeDays());
    select.addValueChangeListener(
        change -> {
          if (change.isFromClient())
            state.with("half_life_days", String.valueOf(change.getValue())).go();
        });
    return select;
  }
}
