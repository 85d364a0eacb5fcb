package dev.tandem.recommendation.evaluation;

import dev.tandem.recommendation.SituationAnswers.Answer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one setting answers.
 *
 * @param setting its name, such as a ranker's
 * @param bySituation best first, in the order in which the situations were asked
 */
public record Answers(String setting, Map<String, List<Answer>> bySituation) {
  public Answers {
    bySituation = Collections.unmodifiableMap(new LinkedHashMap<>(bySituation));
  }

  public List<Answer> of(String situation) {
    return bySituation.getOrDefault(situation, List.of());
  }

  /** The assets' ids by situation. */
  public Map<String, List<String>> rankings() {
    var rankings = new LinkedHashMap<String, List<String>>();
    bySituation.forEach(
        (situation, ranking) ->
            rankings.put(situation, ranking.stream().map(Answer::asset).toList()));
    return rankings;
  }
}
