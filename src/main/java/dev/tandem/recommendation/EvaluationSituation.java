package dev.tandem.recommendation;

/**
 * A case to evaluate by.
 *
 * @param id names it in judgments and runs; without white space
 */
public record EvaluationSituation(String id, String query, DescribedDeal deal) {
  public EvaluationSituation {
    if (id.isBlank() || id.chars().anyMatch(Character::isWhitespace))
      throw new IllegalArgumentException("an id must not be empty or hold spaces: '" + id + "'");
  }
}
