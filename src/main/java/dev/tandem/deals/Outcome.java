package dev.tandem.deals;

import java.util.Locale;

/** How a deal stands. */
public enum Outcome {
  OPEN,
  WON,
  LOST;

  /** The name in files and JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
