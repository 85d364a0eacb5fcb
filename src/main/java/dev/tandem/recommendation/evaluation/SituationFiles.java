package dev.tandem.recommendation.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tandem.learning.Judgments;
import dev.tandem.recommendation.DescribedDeal;
import dev.tandem.recommendation.EvaluationSituation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Situations and grades in the files that {@code evaluate} reads. */
public final class SituationFiles {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  private SituationFiles() {}

  /** One JSON object a line. */
  public static String situations(List<EvaluationSituation> situations) {
    var lines = new StringBuilder();
    for (var situation : situations) {
      var json = new LinkedHashMap<String, Object>();
      json.put("id", situation.id());
      json.put("query", situation.query());
      if (!situation.deal().equals(DescribedDeal.NOTHING)) json.put("deal", situation.deal());
      if (situation.kind() != null) json.put("kind", situation.kind());
      lines.append(JSON.writeValueAsString(json)).append('\n');
    }
    return lines.toString();
  }

  /** TREC qrels. */
  public static String qrels(Judgments judgments) {
    var lines = new StringBuilder();
    judgments
        .grades()
        .forEach(
            (situation, grades) ->
                new TreeMap<>(grades)
                    .forEach(
                        (asset, grade) ->
                            lines.append("%s 0 %s %d\n".formatted(situation, asset, grade))));
    return lines.toString();
  }
}
