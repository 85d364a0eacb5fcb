package dev.tandem.taxonomy;

import java.util.Locale;

/** Whether an asset may go to a buyer. */
public enum Audience {
  BUYER,
  INTERNAL;

  /** The name in files and JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
