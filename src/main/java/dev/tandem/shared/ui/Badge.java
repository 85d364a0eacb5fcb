package dev.tandem.shared.ui;

import com.vaadin.flow.component.html.Span;

/** A word with a colour that says how to take it; never the colour alone. */
public final class Badge extends Span {

  /** How a badge is meant. */
  public enum Tone {
    NEUTRAL,
    ACCENT,
    GOOD,
    WARNING,
    BAD,
    INFERRED
  }

  public Badge(String text, Tone tone) {
    super(text);
    addClassNames("badge", "badge-" + tone.name().toLowerCase(java.util.Locale.ROOT));
  }

  /** With a longer explanation for pointer and screen reader. */
  public Badge(String text, Tone tone, String explanation) {
    this(text, tone);
    setTitle(explanation);
  }
}
