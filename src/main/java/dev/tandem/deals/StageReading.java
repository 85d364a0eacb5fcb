package dev.tandem.deals;

import dev.tandem.taxonomy.JourneyStage;
import org.jspecify.annotations.Nullable;

/**
 * The buyer's stage of a deal and how we know it.
 *
 * @param stage null when nothing tells
 */
public record StageReading(@Nullable JourneyStage stage, Basis basis) {

  /** How the stage was found. */
  public enum Basis {
    /** A person or the CRM said so for this deal. */
    STATED,
    /** The stage map knows the CRM's stage name. */
    MAPPED,
    /** Guessed from the name, its order or the deal's outcome; shown as a guess. */
    GUESSED,
    UNKNOWN
  }

  public static final StageReading UNKNOWN = new StageReading(null, Basis.UNKNOWN);
}
