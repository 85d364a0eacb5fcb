package dev.tandem.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

/** A titled card that groups what belongs together. */
public final class Panel extends Section {

  private final Div head = new Div();

  public Panel(String title, Component... content) {
    addClassName("panel");
    var heading = new H2(title);
    head.addClassName("panel-head");
    head.add(heading);
    add(head);
    setAriaLabel(title);
    add(content);
  }

  /** A short line beside the title, such as a period or a count. */
  public Panel withCaption(String caption) {
    var line = new Span(caption);
    line.addClassName("caption");
    head.add(line);
    return this;
  }

  /** Buttons or selects at the right of the title. */
  public Panel withActions(Component... actions) {
    var bar = new Div(actions);
    bar.addClassName("panel-actions");
    head.add(bar);
    return this;
  }
}
