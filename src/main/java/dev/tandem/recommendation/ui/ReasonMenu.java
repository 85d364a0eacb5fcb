package dev.tandem.recommendation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.List;
import java.util.function.Consumer;

/** Asks why, in one more click; closing it without an answer does nothing. */
final class ReasonMenu {
  static final List<String> TO_DISMISS =
      List.of(
          "Out of date",
          "Wrong industry",
          "Wrong stage",
          "Too technical",
          "Already known to them",
          "Other");
  static final List<String> NOT_HELPFUL =
      List.of("Out of date", "Wrong audience", "Hard to read", "Not convincing", "Other");

  private ReasonMenu() {}

  static void ask(
      Component target, String question, List<String> reasons, Consumer<String> answered) {
    var menu = new Popover();
    menu.setTarget(target);
    menu.setPosition(PopoverPosition.BOTTOM_END);
    menu.setAutofocus(true);
    menu.setModal(true);
    menu.setAriaLabel(question);
    var title = new Span(question);
    title.addClassName("caption");
    var list = new Div(title);
    list.addClassName("reason-menu");
    for (var reason : reasons) {
      var choice =
          new NativeButton(
              reason,
              click -> {
                menu.close();
                answered.accept(reason.toLowerCase(java.util.Locale.ROOT));
              });
      list.add(choice);
    }
    menu.add(list);
    menu.addOpenedChangeListener(
        change -> {
          if (!change.isOpened()) {
            menu.removeFromParent();
            menu.setTarget(null);
          }
        });
    menu.open();
  }
}
