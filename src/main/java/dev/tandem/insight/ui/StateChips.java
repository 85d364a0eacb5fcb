package dev.tandem.insight.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
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
    var number = new Span(Formats.count(count));
    number.addClassName("state-chip-count");
    var chip =
        new Button(new Div(new Span(words), number), click -> state.with(parameter, value).go());
    chip.setAriaLabel(words + ": " + Formats.count(count));
    chip.addClassName("state-chip");
    chip.getElement().setAttribute("aria-pressed", String.valueOf(chosen));
    if (chosen) chip.addClassName("state-chip-chosen");
    add(chip);
  }
}
