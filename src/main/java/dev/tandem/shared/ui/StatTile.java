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

  /** What a change is worth, beside its direction. */
  public enum Trend {
    BETTER("trend-better", ", better"),
    WORSE("trend-worse", ", worse"),
    /** Nothing that chance alone would not bring. */
    UNCERTAIN("stat-basis", ", may be chance");

    private final String className;
    private final String words;

    Trend(String className, String words) {
      this.className = className;
      this.words = words;
    }
  }

  /**
   * Adds the change against the window before: the arrow says whether it went up or down, colour
   * and word whether that is good, or can be told at all.
   *
   * @param change in words such as "4 points more"
   */
  public StatTile withTrend(String change, boolean up, Trend trend) {
    var arrow = new Span(up ? "▲ " : "▼ ");
    arrow.getElement().setAttribute("aria-hidden", "true");
    var line = part("", trend.className);
    line.add(arrow, new Span(change + trend.words));
    line.setTitle("against the period before");
    add(line);
    return this;
  }

  private static Span part(String text, String className) {
    var span = new Span(text);
    span.addClassName(className);
    return span;
  }
}
