package dev.tandem.learning;

import java.util.Locale;

/** What a model can learn beyond the weights of the features; each is a cause of its own. */
public enum LearnedEffect {
  /** The asset itself does better or worse than its features say. */
  ASSET,
  /** Texts near to this one do better or worse than their features say; see {@link Kin}. */
  NEAR_TEXT,
  /** Content by this author does. */
  AUTHOR,
  /** Content of this type does at this stage of the buyer. */
  TYPE_AT_STAGE,
  /** Content of this type does in this industry. */
  TYPE_IN_INDUSTRY,
  /** Content of this type does with these members of the buying committee. */
  TYPE_FOR_PERSONA,
  /** This rep chooses content of this type. */
  TYPE_FOR_REP,
  /** The rep's team does. */
  TYPE_FOR_TEAM;

  /** The name among the causes of a score, such as {@code learned_asset}. */
  public String id() {
    return "learned_" + name().toLowerCase(Locale.ROOT);
  }
}
