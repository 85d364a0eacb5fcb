package dev.tandem.learning.experiments;

/** The names of arms in the log. */
final class ArmName {
  static final String IN_USE = "in_use";

  /** Followed by the version of the learned model that would have ranked. */
  static final String HOLDOUT = "holdout:";

  /** Followed by the version of the model that picks in turn with the one in use. */
  static final String INTERLEAVED = "interleaved:";

  private ArmName() {}
}
