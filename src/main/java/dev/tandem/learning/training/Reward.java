package dev.tandem.learning.training;

import dev.tandem.feedback.AssetEvidence;
import java.util.Locale;

/**
 * What an interaction says about how well an item served, from 0 (seen and passed over) to 1. The
 * highest one that happened counts, so that doing the same again changes nothing.
 */
public enum Reward {
  /** Seen, and nothing came of it. */
  SEEN(0),
  /** Curiosity, or a good title. */
  OPENED(0.3),
  /** Taken along: meant to be used, by whatever way. */
  TAKEN(0.5),
  /** Put before the buyer, with the rep's own name on it. */
  SENT(0.7),
  /** The buyer opened it. */
  BUYER_OPENED(0.8),
  /** The buyer stayed for at least {@link #READING_SECONDS}. */
  BUYER_READ(0.9),
  /** A person said that it helped. */
  HELPFUL(1);

  /** Who is gone sooner, over all visits, was no reader, and perhaps no person. */
  static final double GLANCE_SECONDS = 1;

  /** From so many seconds on, over all visits, a buyer has read it. */
  static final double READING_SECONDS = AssetEvidence.READING_SECONDS;

  /** How much more than being passed over "not helpful" counts: it was looked at and judged. */
  static final double NOT_HELPFUL_WEIGHT = 2;

  private final double value;

  Reward(double value) {
    this.value = value;
  }

  public double value() {
    return value;
  }

  /**
   * How much more than being passed over a dismissal counts against the item. That it does not fit
   * here is what ranking can learn from; that somebody had it already is not against the item.
   */
  static double dismissalWeight(String reason) {
    var said = reason.toLowerCase(Locale.ROOT);
    if (said.contains("already") || said.contains("duplicate")) return 1;
    return said.contains("wrong") || said.contains("outdated") || said.contains("not relevant")
        ? 3
        : 2;
  }
}
