package dev.tandem.insight.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import dev.tandem.shared.ui.Formats;

/** Chips that choose one kind of rows; which one stands in the URL. */
final class StateChips extends Div {
  private final transient ReportState state;
  private final String parameter;

  StateChips(ReportState state, String parameter) {
    this.state = state;
    this.parameter = parameter;
    addClassName("state-chips");
  }

  /**
   * @param value of the parameter; empty for all
   */
  void add(String words, long count, String value) {
    boolean chosen = state.get(parameter).equals(value);
    var chip =
        new Button(
            words + " (" + Formats.count(count) + ")", click -> state.with(parameter, value).go());
    chip.addClassName("state-chip");
    chip.getElement().setAttribute("aria-pressed", String.valueOf(chosen));
    if (chosen) chip.addClassName("state-chip-chosen");
    add(chip);
  }
}
