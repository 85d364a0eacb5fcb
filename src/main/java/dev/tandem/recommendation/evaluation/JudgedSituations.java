package dev.tandem.recommendation.evaluation;

import dev.tandem.identity.UserId;
import dev.tandem.learning.Judgments;
import dev.tandem.recommendation.DescribedDeal;
import dev.tandem.recommendation.EvaluationSituation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The situations that people wrote down in the UI, and how they graded assets for them. */
public interface JudgedSituations {
  int LONGEST_QUERY = 2_000;

  /** In the order in which they were first written. */
  List<EvaluationSituation> all();

  Optional<EvaluationSituation> find(String id);

  /** Keeps a new situation under the next free id. */
  EvaluationSituation add(String query, DescribedDeal deal, @Nullable String kind, UserId by);

  /** Keeps the situation in the place of the one with its id, or anew; its grades stay. */
  void save(EvaluationSituation situation, UserId by);

  /** The situation goes with its grades. */
  void delete(String id);

  Judgments judgments();

  /**
   * @param grade from 0 (wrong) to 3 (exactly right), or null to take the grade back
   */
  void judge(String situation, String asset, @Nullable Integer grade, UserId by);

  /** Adds grades that were there before, such as those of a deletion taken back. */
  default void judge(String situation, Map<String, Integer> grades, UserId by) {
    grades.forEach((asset, grade) -> judge(situation, asset, grade, by));
  }
}
