package dev.tandem.insight.statistics;

/** Why a difference may have nothing to do with the asset. */
public enum Caution {
  /** Reverse causality. */
  DECIDED_BEFORE_USE(
      "used when the deal was practically decided",
      "Many of these deals used it only in their last days. The outcome may explain the use, not"
          + " the use the outcome."),
  /** Immortal time bias: S. Suissa (2008), American Journal of Epidemiology 167. */
  ONLY_LONG_DEALS(
      "only long-lived deals could have seen it",
      "Many deals without it were over before it is usually used. They had no chance to use it."),
  /** The difference within strata is another one than over all. */
  UNLIKE_DEALS(
      "explained by the kind of deals",
      "It is used on other deals than those it is compared with. Among deals of the same stage"
          + " reached, size and segment the difference is another one."),
  /** E. H. Simpson (1951). */
  REVERSED(
      "reverses among deals alike",
      "Over all deals the difference points one way, among deals of the same stage reached, size"
          + " and segment the other way.");

  private final String label;
  private final String meaning;

  Caution(String label, String meaning) {
    this.label = label;
    this.meaning = meaning;
  }

  /** In a few words. */
  public String label() {
    return label;
  }

  /** In a sentence or two. */
  public String meaning() {
    return meaning;
  }

  /** The name in the API. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
