package dev.tandem.shared.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** One figure with its name and what it was counted from. */
public final class StatTile extends Div {

  /**
   * @param basis numerator, denominator, window or interval in words, such as "38 of 112 assets"
   */
  public StatTile(String name, String value, String basis) {
    addClassName("stat-tile");
    getElement().setAttribute("role", "group");
    getElement().setAttribute("aria-label", name + ": " + value + ", " + basis);
    add(part(name, "stat-name"), part(value, "stat-value"), part(basis, "stat-basis"));
  }

  /** Adds the change against the window before, in words such as "+4 points". */
  public StatTile withTrend(String change, boolean better) {
    var trend = part((better ? "▲ " : "▼ ") + change, better ? "trend-better" : "trend-worse");
    trend.setTitle("against the period before");
    add(trend);
    return this;
  }

  private static Span part(String text, String className) {
    var span = new Span(text);
    span.addClassName(className);
    return span;
  }
}
