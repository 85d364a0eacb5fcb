package dev.tandem.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;

/** The head of a view: what it is, one line on what it is for, and its main actions. */
public final class PageHeader extends Div {

  private final H1 title = new H1();
  private final Paragraph subtitle = new Paragraph();

  public PageHeader(String title, String subtitle, Component... actions) {
    addClassName("page-header");
    this.title.setText(title);
    this.subtitle.setText(subtitle);
    this.subtitle.setVisible(!subtitle.isEmpty());
    var words = new Div(this.title, this.subtitle);
    words.addClassName("page-header-words");
    add(words);
    if (actions.length > 0) {
      var bar = new Div(actions);
      bar.addClassName("page-header-actions");
      add(bar);
    }
  }

  public void setText(String newTitle, String newSubtitle) {
    title.setText(newTitle);
    subtitle.setText(newSubtitle);
    subtitle.setVisible(!newSubtitle.isEmpty());
  }
}
