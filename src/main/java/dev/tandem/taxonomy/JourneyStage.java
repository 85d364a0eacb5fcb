package dev.tandem.taxonomy;

import java.util.Locale;
import java.util.Optional;

/** Where the buyer stands; in the order in which buyers pass through. Not the CRM's sales stage. */
public enum JourneyStage {
  AWARENESS("Awareness"),
  CONSIDERATION("Consideration"),
  DECISION("Decision"),
  POST_SALE("Post-sale");

  private final String label;

  JourneyStage(String label) {
    this.label = label;
  }

  /** The name in files and JSON, such as {@code post_sale}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name for people. */
  public String label() {
    return label;
  }

  /** Reads ids and labels in any case, with spaces, hyphens or underscores. */
  public static Optional<JourneyStage> parse(String text) {
    var wanted = Term.normalize(text).replace(" ", "");
    for (var stage : values())
      if (Term.normalize(stage.label).replace(" ", "").equals(wanted)) return Optional.of(stage);
    return Optional.empty();
  }
}
