package dev.tandem.recommendation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.tandem.search.QueryReading;
import dev.tandem.search.QueryReading.Condition;
import java.util.function.Consumer;

/** How the words were understood: what an asset must be, each to be taken back by a click. */
final class ConditionChips extends Div {
  private final transient Consumer<String> ask;

  /**
   * @param ask looks for other words
   */
  ConditionChips(Consumer<String> ask) {
    this.ask = ask;
    addClassName("condition-chips");
  }

  void show(QueryReading reading) {
    removeAll();
    for (var condition : reading.conditions()) add(chip(reading, condition));
    for (var unknown : reading.notKnown()) {
      var said =
          new Span(
              "No "
                  + unknown.field()
                  + " here is called “"
                  + unknown.value()
                  + "”; it is looked for as words.");
      said.addClassName("caption");
      add(said);
    }
  }

  private NativeButton chip(QueryReading reading, Condition condition) {
    var words = words(condition);
    var cross = VaadinIcon.CLOSE_SMALL.create();
    cross.getElement().setAttribute("aria-hidden", "true");
    var chip = new NativeButton();
    chip.add(new Span(words), cross);
    chip.addClassName("condition-chip");
    chip.setClassName("condition-excluded", condition.excluded());
    chip.getElement().setAttribute("aria-label", "Take back: " + words);
    chip.setTitle("Take back");
    chip.addClickListener(click -> ask.accept(reading.without(condition)));
    return chip;
  }

  private static String words(Condition condition) {
    var what =
        condition.field().equals(Condition.PHRASE)
            ? "“" + condition.label() + "”"
            : condition.field() + ": " + condition.label();
    return condition.excluded() ? "not " + what : what;
  }
}
