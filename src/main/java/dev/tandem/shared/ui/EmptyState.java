package dev.tandem.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;

/** What stands where there is nothing yet: why, and what to do about it. */
public final class EmptyState extends Div {
  public EmptyState(VaadinIcon picture, String title, String text, Component... actions) {
    addClassName("empty-state");
    var icon = picture.create();
    icon.getElement().setAttribute("aria-hidden", "true");
    add(icon, new H3(title), new Paragraph(text));
    if (actions.length > 0) {
      var bar = new Div(actions);
      bar.addClassName("empty-state-actions");
      add(bar);
    }
  }
}
