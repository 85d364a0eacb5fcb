package dev.tandem.deals.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import dev.tandem.deals.Opportunity;
import dev.tandem.deals.StageReading;
import dev.tandem.taxonomy.JourneyStage;
import java.util.function.Consumer;

/** The buyer's journey with the step where the buyer stands; another step is one click away. */
public final class JourneyBar extends Div {

  /**
   * @param editable whether a click on a step may move the deal there
   * @param move what such a click does
   */
  public JourneyBar(
      Opportunity deal, StageReading reading, boolean editable, Consumer<JourneyStage> move) {
    addClassName("journey");
    var steps = new OrderedList();
    steps.addClassName("journey-steps");
    steps.getElement().setAttribute("aria-label", "The buyer's journey");
    for (var stage : JourneyStage.values()) steps.add(step(stage, reading, editable, move));
    var basis = new Span(words(deal, reading, editable));
    basis.addClassName("caption");
    add(steps, basis);
  }

  private static ListItem step(
      JourneyStage stage, StageReading reading, boolean editable, Consumer<JourneyStage> move) {
    var button = new NativeButton(stage.label(), click -> move.accept(stage));
    boolean here = stage == reading.stage();
    button.addClassName("journey-step");
    button.setEnabled(editable && !(here && reading.basis() == StageReading.Basis.STATED));
    var item = new ListItem(button);
    var now = reading.stage();
    if (here) {
      button.addClassName("journey-here");
      button.getElement().setAttribute("aria-current", "step");
      if (reading.basis() == StageReading.Basis.GUESSED) button.addClassName("journey-guessed");
    } else if (now != null && stage.ordinal() < now.ordinal()) button.addClassName("journey-past");
    if (editable) button.setTitle(here ? "Confirm this stage" : "Say that the buyer stands here");
    return item;
  }

  private static String words(Opportunity deal, StageReading reading, boolean editable) {
    var basis = DealWords.basis(deal, reading);
    boolean unsure =
        reading.basis() == StageReading.Basis.GUESSED
            || reading.basis() == StageReading.Basis.UNKNOWN;
    return editable && unsure ? basis + " – click the right step to set it" : basis;
  }
}
