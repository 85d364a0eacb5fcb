package dev.tandem.shared.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Something that went wrong or needs a look, and under it what to do about it. */
public final class Callout extends Div {
  public Callout(String problem, String advice) {
    addClassName("callout");
    getElement().setAttribute("role", "status");
    var what = new Span(problem);
    what.addClassName("callout-problem");
    var remedy = new Span(advice);
    remedy.addClassName("callout-advice");
    add(what, remedy);
  }
}
