package dev.tandem.recommendation.evaluation;

import dev.tandem.learning.EvaluationReport;
import dev.tandem.learning.Judgments;
import dev.tandem.learning.RankingMetric;
import dev.tandem.recommendation.EvaluationSituation;
import dev.tandem.recommendation.SituationKinds;
import dev.tandem.shared.Proportion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One or two settings measured on the same situations.
 *
 * @param measured the figures of {@code answers}
 * @param other what it is compared with, and its figures; both or neither
 */
public record Evaluation(
    List<EvaluationSituation> situations,
    Judgments judgments,
    Answers answers,
    EvaluationReport measured,
    @Nullable Answers other,
    @Nullable EvaluationReport otherMeasured) {
  public Evaluation {
    situations = List.copyOf(situations);
    if ((other == null) != (otherMeasured == null))
      throw new IllegalArgumentException("the other answers without their figures");
  }

  public static Evaluation of(
      List<EvaluationSituation> situations,
      Judgments judgments,
      Answers answers,
      @Nullable Answers other) {
    return new Evaluation(
        situations,
        judgments,
        answers,
        EvaluationReport.of(answers.rankings(), judgments),
        other,
        other == null ? null : EvaluationReport.of(other.rankings(), judgments));
  }

  /** Whether there is a situation that figures could be about. */
  public boolean anyMeasured() {
    return !measured.evaluated().isEmpty();
  }

  /** How many of the first {@code depth} answers of the measured situations somebody graded. */
  public Proportion graded(Answers of, int depth) {
    long graded = 0, came = 0;
    for (var situation : measured.evaluated()) {
      var grades = judgments.of(situation);
      for (var answer : of.of(situation).stream().limit(depth).toList()) {
        came++;
        if (grades.containsKey(answer.asset())) graded++;
      }
    }
    return new Proportion(graded, came);
  }

  /** Splits by each grouping in which there is more than one kind. */
  public List<Split> splits() {
    var members = new TreeMap<String, Map<String, Set<String>>>();
    var evaluated = Set.copyOf(measured.evaluated());
    for (var situation : situations)
      if (evaluated.contains(situation.id()))
        SituationKinds.of(situation)
            .forEach(
                (grouping, kind) ->
                    members
                        .computeIfAbsent(grouping, none -> new TreeMap<>())
                        .computeIfAbsent(kind, none -> new LinkedHashSet<>())
                        .add(situation.id()));
    var splits = new ArrayList<Split>();
    members.forEach(
        (grouping, kinds) -> {
          if (kinds.size() > 1)
            kinds.forEach(
                (kind, ids) ->
                    splits.add(
                        new Split(
                            grouping,
                            kind,
                            measured.among(ids),
                            otherMeasured == null ? null : otherMeasured.among(ids))));
        });
    return splits;
  }

  /** How each situation differs between the two, largest difference first; empty for one. */
  public List<Difference> differences(RankingMetric metric) {
    var second = otherMeasured;
    if (second == null) return List.of();
    return measured.evaluated().stream()
        .map(id -> new Difference(id, measured.value(id, metric), second.value(id, metric)))
        .sorted(
            Comparator.<Difference>comparingDouble(each -> -Math.abs(each.difference()))
                .thenComparing(Difference::situation))
        .toList();
  }

  /**
   * The figures of the situations of one kind.
   *
   * @param grouping {@code form}, {@code language} or {@code kind}
   */
  public record Split(
      String grouping,
      String kind,
      EvaluationReport measured,
      @Nullable EvaluationReport otherMeasured) {}

  /** One situation's value by each of the two settings, from 0 to 1. */
  public record Difference(String situation, double first, double second) {
    public double difference() {
      return first - second;
    }
  }
}
