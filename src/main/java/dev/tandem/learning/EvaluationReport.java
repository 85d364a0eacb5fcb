package dev.tandem.learning;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How good one ranker was over the situations that somebody judged.
 *
 * @param evaluated the situations the means are over, in the order in which they were answered
 * @param notJudged answered, but not averaged: no judgment names them
 * @param nothingRelevant judged, but not averaged: no asset serves them
 * @param notAnswered judged, but not among the situations
 * @param values per metric, in the order of {@code evaluated}
 */
public record EvaluationReport(
    List<String> evaluated,
    List<String> notJudged,
    List<String> nothingRelevant,
    List<String> notAnswered,
    Map<RankingMetric, double[]> values) {

  /**
   * Compares rankings with judgments.
   *
   * @param rankings assets, best first, by situation
   */
  public static EvaluationReport of(Map<String, List<String>> rankings, Judgments judgments) {
    var evaluated = new ArrayList<String>();
    var notJudged = new ArrayList<String>();
    var nothingRelevant = new ArrayList<String>();
    for (var situation : rankings.keySet()) {
      if (!judgments.situations().contains(situation)) notJudged.add(situation);
      else if (!judgments.anyRelevant(situation)) nothingRelevant.add(situation);
      else evaluated.add(situation);
    }
    var notAnswered =
        judgments.situations().stream().filter(id -> !rankings.containsKey(id)).toList();
    var values = new EnumMap<RankingMetric, double[]>(RankingMetric.class);
    for (var metric : RankingMetric.values())
      values.put(
          metric,
          evaluated.stream()
              .mapToDouble(
                  id -> metric.of(Objects.requireNonNull(rankings.get(id)), judgments.of(id)))
              .toArray());
    return new EvaluationReport(evaluated, notJudged, nothingRelevant, notAnswered, values);
  }

  /** The mean over the evaluated situations, of which there must be one. */
  public BootstrapMean mean(RankingMetric metric) {
    return BootstrapMean.of(of(metric));
  }

  /** The value for one evaluated situation. */
  public double value(String situation, RankingMetric metric) {
    int place = evaluated.indexOf(situation);
    if (place < 0) throw new IllegalArgumentException("not evaluated: " + situation);
    return of(metric)[place];
  }

  /** By how much this ranker is better than another on the same situations, pair by pair. */
  public PairedDifference differenceFrom(EvaluationReport other, RankingMetric metric) {
    if (!evaluated.equals(other.evaluated))
      throw new IllegalArgumentException("not the same situations");
    var differences = of(metric).clone();
    for (int i = 0; i < differences.length; i++) differences[i] -= other.of(metric)[i];
    return PairedDifference.of(differences);
  }

  /** The same figures over some of the evaluated situations. */
  public EvaluationReport among(Set<String> situations) {
    var places = new ArrayList<Integer>();
    for (int i = 0; i < evaluated.size(); i++)
      if (situations.contains(evaluated.get(i))) places.add(i);
    var some = new EnumMap<RankingMetric, double[]>(RankingMetric.class);
    for (var metric : RankingMetric.values())
      some.put(metric, places.stream().mapToDouble(i -> of(metric)[i]).toArray());
    return new EvaluationReport(
        places.stream().map(evaluated::get).toList(), List.of(), List.of(), List.of(), some);
  }

  private double[] of(RankingMetric metric) {
    return Objects.requireNonNull(values.get(metric));
  }
}
