package dev.tandem.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.icon.VaadinIcon;

/** What stands where there is nothing yet: why, and what to do about it. */
public final class EmptyState extends Div {
  public EmptyState(VaadinIcon picture, String title, String text, Component... actions) {
    this(picture, new H2(title), text, actions);
  }

  /** For a page that holds nothing else: the title is that of the page. */
  public static EmptyState page(
      VaadinIcon picture, String title, String text, Component... actions) {
    return new EmptyState(picture, new H1(title), text, actions);
  }

  /** While the home is being filled, nobody should read that there is nothing. */
  public static EmptyState filling() {
    return new EmptyState(
        VaadinIcon.HOURGLASS,
        "The sample company is still being loaded",
        "Content comes first, then the deals, then what was done with them: a few minutes in all."
            + " Until then not everything is here.",
        new Button("Look again", click -> UI.getCurrent().getPage().reload()));
  }

  /** Lines to copy as they are, such as settings; among the actions. */
  public static Component code(String... lines) {
    var code = new Pre(String.join("\n", lines));
    code.addClassName("empty-state-code");
    return code;
  }

  private EmptyState(VaadinIcon picture, HtmlContainer title, String text, Component... actions) {
    addClassName("empty-state");
    title.addClassName("empty-state-title");
    var icon = picture.create();
    icon.getElement().setAttribute("aria-hidden", "true");
    add(icon, title, new Paragraph(text));
    if (actions.length > 0) {
      var bar = new Div(actions);
      bar.addClassName("empty-state-actions");
      add(bar);
    }
  }
}
