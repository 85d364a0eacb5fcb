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

  /**
   * Adds the change against the window before: the arrow says whether it went up or down, colour
   * and word whether that is good.
   *
   * @param change in words such as "4 points more"
   */
  public StatTile withTrend(String change, boolean up, boolean better) {
    var arrow = new Span(up ? "▲ " : "▼ ");
    arrow.getElement().setAttribute("aria-hidden", "true");
    var trend = part("", better ? "trend-better" : "trend-worse");
    trend.add(arrow, new Span(change + (better ? ", better" : ", worse")));
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
