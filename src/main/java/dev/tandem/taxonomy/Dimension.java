package dev.tandem.taxonomy;

import java.util.Locale;

/** A vocabulary that is the company's own; its terms grow with what manifests and deals name. */
public enum Dimension {
  PERSONA,
  INDUSTRY,
  PRODUCT,
  COMPETITOR,
  REGION;

  /** The name in files and JSON, such as {@code industry}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
