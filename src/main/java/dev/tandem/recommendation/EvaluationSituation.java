package dev.tandem.recommendation;

import org.jspecify.annotations.Nullable;

/**
 * A case to evaluate by.
 *
 * @param id names it in judgments and runs; without white space
 * @param kind whatever its author sorts situations by, or null; figures are split by it
 */
public record EvaluationSituation(
    String id, String query, DescribedDeal deal, @Nullable String kind) {
  public EvaluationSituation {
    if (id.isBlank() || id.chars().anyMatch(Character::isWhitespace))
      throw new IllegalArgumentException("an id must not be empty or hold spaces: '" + id + "'");
  }
}
