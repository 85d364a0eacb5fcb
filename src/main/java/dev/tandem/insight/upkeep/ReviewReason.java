package dev.tandem.insight.upkeep;

/**
 * Why an asset should be looked at.
 *
 * @param words a sentence for people with the figures it rests on
 */
public record ReviewReason(Kind kind, String words) {

  /** The most pressing first. */
  public enum Kind {
    EXPIRED("Expired"),
    DUE("Review due"),
    CALLED_OUTDATED("Called out of date"),
    SUBJECT_CHANGED("Its subject changed"),
    RESULTS_FELL("Less used"),
    SOON("Review soon");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
