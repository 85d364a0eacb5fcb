package dev.tandem.insight;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the rows of a report stand for. */
public enum Grouping {
  ASSET("Asset"),
  TYPE("Content type"),
  /** The deal's stage of the journey at the moment of use, not the one the asset was made for. */
  STAGE("Stage when used"),
  PRODUCT("Product");

  private final String label;

  Grouping(String label) {
    this.label = label;
  }

  /** The name in the API. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String label() {
    return label;
  }

  public static Optional<Grouping> parse(String id) {
    return Arrays.stream(values()).filter(by -> by.id().equalsIgnoreCase(id)).findFirst();
  }
}
