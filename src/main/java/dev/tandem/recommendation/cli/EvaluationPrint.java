package dev.tandem.recommendation.cli;

import dev.tandem.learning.RankingMetric;
import dev.tandem.recommendation.evaluation.Answers;
import dev.tandem.recommendation.evaluation.Evaluation;
import dev.tandem.recommendation.evaluation.Figures;
import dev.tandem.recommendation.evaluation.ShownAssets;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says to people what an evaluation found. */
record EvaluationPrint(PrintWriter out, Evaluation evaluation, ShownAssets assets) {
  private static final int MOST_NAMED = 10;
  private static final RankingMetric BY = RankingMetric.NDCG_AT_10;

  static void withoutJudgments(PrintWriter out, Answers answers, @Nullable Path run) {
    out.println(
        "%d situations answered by %s%s; without --qrels there is nothing to measure."
            .formatted(
                answers.bySituation().size(),
                answers.setting(),
                run == null ? "" : ", written to " + run));
  }

  void table() {
    var measured = evaluation.measured();
    int judged = measured.evaluated().size();
    out.println(
        "%d situations answered, %d of them judged and measured (ranker: %s)"
            .formatted(
                evaluation.answers().bySituation().size(), judged, evaluation.answers().setting()));
    list("answered, but not judged and so not averaged", measured.notJudged());
    list("judged, but without any relevant asset and so not averaged", measured.nothingRelevant());
    list("judged, but not among the situations", measured.notAnswered());
    list("judged assets that the library does not have", List.copyOf(assets.notInLibrary()));
    if (judged == 0) {
      out.println("No situation could be measured: do the ids of the two files agree?");
      return;
    }
    figures();
    kinds();
    differences();
    out.println();
    out.println(
        "In brackets: 95 % bootstrap intervals over situations"
            + (evaluation.other() == null
                ? "."
                : "; the gain is taken pair by pair, p by a randomisation test."));
  }

  private void figures() {
    var second = evaluation.otherMeasured();
    out.println();
    line(
        "",
        evaluation.answers().setting(),
        otherName(),
        second == null ? "" : "gain",
        second == null ? "" : "better/worse/equal");
    for (var metric : RankingMetric.values()) {
      var first = Figures.mean(evaluation.measured(), metric);
      if (second == null) {
        line(metric.label(), first, "", "", "");
        continue;
      }
      var gain = evaluation.measured().differenceFrom(second, metric);
      line(
          metric.label(),
          first,
          Figures.mean(second, metric),
          Figures.difference(gain) + ", " + Figures.pValue(gain.pValue()),
          "%d/%d/%d".formatted(gain.better(), gain.worse(), gain.equal()));
    }
  }

  private void kinds() {
    var splits = evaluation.splits();
    if (splits.isEmpty()) return;
    out.println();
    out.println(BY.label() + " by kind of situation");
    for (var split : splits) {
      var second = split.otherMeasured();
      line(
          "%s: %s (%d)"
              .formatted(split.grouping(), split.kind(), split.measured().evaluated().size()),
          Figures.mean(split.measured(), BY),
          second == null ? "" : Figures.mean(second, BY),
          second == null ? "" : Figures.difference(split.measured().differenceFrom(second, BY)),
          "");
    }
  }

  private void differences() {
    var differing =
        evaluation.differences(BY).stream()
            .filter(each -> !Figures.signed(each.difference()).equals("0.000"))
            .limit(MOST_NAMED)
            .toList();
    if (differing.isEmpty()) return;
    out.println();
    out.println("Where they differ most (" + BY.label() + ")");
    for (var each : differing)
      line(
          each.situation(),
          Figures.value(each.first()),
          Figures.value(each.second()),
          Figures.signed(each.difference()),
          "");
  }

  private String otherName() {
    if (evaluation.other() == null) return "";
    var name = Objects.requireNonNull(evaluation.other()).setting();
    return name.equals("text") ? "text alone" : name;
  }

  private void line(String name, String first, String second, String gain, String counts) {
    out.println(
        "%-32s %-22s %-22s %-35s %s".formatted(name, first, second, gain, counts).stripTrailing());
  }

  private void list(String what, List<String> ids) {
    if (ids.isEmpty()) return;
    int shown = Math.min(MOST_NAMED, ids.size());
    out.println(
        "%d %s: %s%s"
            .formatted(
                ids.size(),
                what,
                String.join(", ", ids.subList(0, shown)),
                shown < ids.size() ? ", …" : ""));
  }
}
