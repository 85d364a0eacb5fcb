package dev.tandem.recommendation.cli;

import dev.tandem.learning.BootstrapMean;
import dev.tandem.learning.EvaluationReport;
import dev.tandem.learning.RankingMetric;
import dev.tandem.recommendation.SituationKinds;
import dev.tandem.recommendation.evaluation.Evaluation;
import dev.tandem.recommendation.evaluation.ShownAssets;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Says to machines what an evaluation found. */
final class EvaluationJson {
  private final Evaluation evaluation;
  private final Map<String, Object> json = new LinkedHashMap<>();

  private EvaluationJson(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /**
   * @param assets null where there were no judgments
   */
  static void print(PrintWriter out, Evaluation evaluation, @Nullable ShownAssets assets) {
    var report = new EvaluationJson(evaluation);
    report.json.put("ranker", evaluation.answers().setting());
    report.json.put("situations", evaluation.answers().bySituation().size());
    if (assets != null) report.measured(assets);
    out.println(JsonMapper.shared().writeValueAsString(report.json));
  }

  private void measured(ShownAssets assets) {
    var measured = evaluation.measured();
    json.put("measured", measured.evaluated().size());
    json.put("not_judged", measured.notJudged());
    json.put("nothing_relevant", measured.nothingRelevant());
    json.put("not_answered", measured.notAnswered());
    json.put("not_in_library", assets.notInLibrary());
    if (!evaluation.anyMeasured()) return;
    json.put("metrics", metrics(measured));
    var other = evaluation.otherMeasured();
    if (other != null) {
      var name = Objects.requireNonNull(evaluation.other()).setting();
      var gains = gains(measured, other);
      if (name.equals("text")) {
        json.put("text_alone", metrics(other));
        json.put("gain", gains);
      }
      var comparison = new LinkedHashMap<String, Object>();
      comparison.put("ranker", name);
      comparison.put("metrics", metrics(other));
      comparison.put("gain", gains);
      json.put("comparison", comparison);
    }
    json.put("kinds", kinds());
    json.put("per_situation", situations());
  }

  private List<Object> kinds() {
    var kinds = new ArrayList<Object>();
    for (var split : evaluation.splits()) {
      var kind = new LinkedHashMap<String, Object>();
      kind.put("grouping", split.grouping());
      kind.put("kind", split.kind());
      kind.put("situations", split.measured().evaluated().size());
      kind.put("metrics", metrics(split.measured()));
      var other = split.otherMeasured();
      if (other != null) {
        kind.put("comparison", metrics(other));
        kind.put("gain", gains(split.measured(), other));
      }
      kinds.add(kind);
    }
    return kinds;
  }

  /** Where two are compared the largest difference of nDCG@10 comes first. */
  private List<Object> situations() {
    var order =
        evaluation.other() == null
            ? evaluation.measured().evaluated()
            : evaluation.differences(RankingMetric.NDCG_AT_10).stream()
                .map(Evaluation.Difference::situation)
                .toList();
    var kinds = new LinkedHashMap<String, Map<String, String>>();
    evaluation.situations().forEach(each -> kinds.put(each.id(), SituationKinds.of(each)));
    var situations = new ArrayList<Object>();
    for (var id : order) {
      var situation = new LinkedHashMap<String, Object>();
      situation.put("situation", id);
      situation.put("kinds", kinds.getOrDefault(id, Map.of()));
      for (var metric : RankingMetric.values()) {
        situation.put(metric.id(), evaluation.measured().value(id, metric));
        var other = evaluation.otherMeasured();
        if (other != null) situation.put("comparison_" + metric.id(), other.value(id, metric));
      }
      situations.add(situation);
    }
    return situations;
  }

  private static Map<String, Object> gains(EvaluationReport first, EvaluationReport second) {
    var gains = new LinkedHashMap<String, Object>();
    for (var metric : RankingMetric.values()) {
      var difference = first.differenceFrom(second, metric);
      var gain = mean(difference.mean());
      gain.put("p", difference.pValue());
      gain.put("better", difference.better());
      gain.put("worse", difference.worse());
      gain.put("equal", difference.equal());
      gains.put(metric.id(), gain);
    }
    return gains;
  }

  private static Map<String, Object> metrics(EvaluationReport report) {
    var metrics = new LinkedHashMap<String, Object>();
    for (var metric : RankingMetric.values()) metrics.put(metric.id(), mean(report.mean(metric)));
    return metrics;
  }

  private static Map<String, Object> mean(BootstrapMean mean) {
    var values = new LinkedHashMap<String, Object>();
    values.put("mean", mean.mean());
    values.put("low", mean.interval().low());
    values.put("high", mean.interval().high());
    return values;
  }
}
