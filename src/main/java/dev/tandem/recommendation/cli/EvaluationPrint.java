package dev.tandem.recommendation.cli;

import dev.tandem.learning.BootstrapMean;
import dev.tandem.learning.EvaluationReport;
import dev.tandem.learning.RankingMetric;
import dev.tandem.recommendation.SituationAnswers.Answer;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Says what an evaluation found, for people or for machines. */
record EvaluationPrint(PrintWriter out, String ranker, Map<String, List<Answer>> answers) {

  void withoutJudgments(@Nullable Path run) {
    out.println(
        "%d situations answered by %s%s; without --qrels there is nothing to measure."
            .formatted(answers.size(), ranker, run == null ? "" : ", written to " + run));
  }

  void table(EvaluationReport measured, @Nullable EvaluationReport text) {
    int judged = measured.evaluated().size();
    out.println(
        "%d situations answered, %d of them judged and measured (ranker: %s)"
            .formatted(answers.size(), judged, ranker));
    list("answered, but not judged and so not averaged", measured.notJudged());
    list("judged, but without any relevant asset and so not averaged", measured.nothingRelevant());
    list("judged, but not among the situations", measured.notAnswered());
    if (judged == 0) {
      out.println("No situation could be measured: do the ids of the two files agree?");
      return;
    }
    out.println();
    var heads = "%-12s %-24s".formatted("", ranker);
    out.println(
        text == null ? heads.stripTrailing() : heads + " %-24s gain".formatted("text alone"));
    for (var metric : RankingMetric.values()) {
      var line = "%-12s %-24s".formatted(metric.label(), cell(measured.mean(metric)));
      if (text != null)
        line +=
            " %-24s %s".formatted(cell(text.mean(metric)), cell(measured.gainOver(text, metric)));
      out.println(line.stripTrailing());
    }
    out.println();
    out.println(
        "In brackets: 95 % bootstrap intervals over situations"
            + (text == null ? "." : "; the gain is taken pair by pair."));
  }

  private void list(String what, List<String> situations) {
    if (situations.isEmpty()) return;
    int shown = Math.min(10, situations.size());
    out.println(
        "%d %s: %s%s"
            .formatted(
                situations.size(),
                what,
                String.join(", ", situations.subList(0, shown)),
                shown < situations.size() ? ", …" : ""));
  }

  private static String cell(BootstrapMean mean) {
    return String.format(
        Locale.ROOT,
        "%.3f [%.3f, %.3f]",
        mean.mean(),
        mean.interval().low(),
        mean.interval().high());
  }

  void json(@Nullable EvaluationReport measured, @Nullable EvaluationReport text) {
    var result = new LinkedHashMap<String, Object>();
    result.put("ranker", ranker);
    result.put("situations", answers.size());
    if (measured != null) {
      result.put("measured", measured.evaluated().size());
      result.put("not_judged", measured.notJudged());
      result.put("nothing_relevant", measured.nothingRelevant());
      result.put("not_answered", measured.notAnswered());
      if (!measured.evaluated().isEmpty()) {
        result.put("metrics", metrics(measured));
        if (text != null) {
          result.put("text_alone", metrics(text));
          var gains = new LinkedHashMap<String, Object>();
          for (var metric : RankingMetric.values())
            gains.put(metric.id(), mean(measured.gainOver(text, metric)));
          result.put("gain", gains);
        }
      }
    }
    out.println(JsonMapper.shared().writeValueAsString(result));
  }

  private static Map<String, Object> metrics(EvaluationReport report) {
    var metrics = new LinkedHashMap<String, Object>();
    for (var metric : RankingMetric.values()) metrics.put(metric.id(), mean(report.mean(metric)));
    return metrics;
  }

  private static Map<String, Double> mean(BootstrapMean mean) {
    var values = new LinkedHashMap<String, Double>();
    values.put("mean", mean.mean());
    values.put("low", mean.interval().low());
    values.put("high", mean.interval().high());
    return values;
  }
}
