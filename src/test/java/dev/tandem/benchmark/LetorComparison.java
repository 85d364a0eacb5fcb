package dev.tandem.benchmark;

import dev.tandem.benchmark.LetorFile.Query;
import dev.tandem.learning.BootstrapMean;
import dev.tandem.learning.RankingMetric;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Learners on judged queries: nDCG on the two fifths of the queries that they did not see. They
 * learn from the grades themselves, or from simulated clicks: ten documents in random order, looked
 * at with chance 1/position and used with 0.05 + 0.9 × (2^grade − 1) / (2^highest − 1), the
 * cascade's usual choice of gain; what is used is graded 1.
 */
final class LetorComparison {
  private static final int SLOTS = 10;
  private static final double TRAINED_ON = 0.6;

  private LetorComparison() {}

  static void print(Path file, int clicks, List<RowLearner> learners, int seeds) {
    var read = LetorFile.read(file);
    read.problems().stream().limit(20).forEach(System.err::println);
    if (!read.problems().isEmpty())
      System.err.println(read.problems().size() + " lines were left out");
    var letor = read.scaled();
    if (letor.queries().size() < 5)
      throw new IllegalArgumentException(
          "at least 5 queries are needed: " + letor.queries().size());
    System.out.printf(
        Locale.ROOT,
        "%n## %s: %,d queries, %d features, learned from %s, %d seeds%n%n"
            + "| learner | nDCG@5 | nDCG@10 | trained in |%n| --- | --- | --- | --- |%n",
        file.getFileName(),
        letor.queries().size(),
        letor.width(),
        clicks > 0 ? clicks + " sessions of simulated clicks" : "the grades",
        seeds);
    for (var learner : learners) print(learner, letor, clicks, seeds);
  }

  private static void print(RowLearner learner, LetorFile letor, int clicks, int seeds) {
    var five = new ArrayList<Double>();
    var ten = new ArrayList<Double>();
    double seconds = 0;
    for (int seed = 1; seed <= seeds; seed++) {
      var queries = new ArrayList<>(letor.queries());
      Collections.shuffle(queries, new Random(seed));
      int cut = (int) (TRAINED_ON * queries.size());
      var training = queries.subList(0, cut);
      var log =
          clicks > 0
              ? clicks(letor.width(), training, clicks, seed)
              : graded(letor.width(), training);
      long start = System.nanoTime();
      var score = learner.learn(log, seed);
      seconds += (System.nanoTime() - start) / 1e9 / seeds;
      for (var query : queries.subList(cut, queries.size())) {
        if (IntStream.of(query.grades()).max().orElse(0) == 0) continue; // no order is better
        five.add(ndcg(query, score, RankingMetric.NDCG_AT_5));
        ten.add(ndcg(query, score, RankingMetric.NDCG_AT_10));
      }
    }
    System.out.printf(
        Locale.ROOT, "| %s | %s | %s | %.1f s |%n", learner.name(), cell(five), cell(ten), seconds);
  }

  private static double ndcg(Query query, ToDoubleFunction<double[]> score, RankingMetric metric) {
    var scores = new double[query.rows().length];
    for (int i = 0; i < scores.length; i++) scores[i] = score.applyAsDouble(query.rows()[i]);
    var ranking =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.<Integer>comparingDouble(i -> scores[i]).reversed())
            .map(String::valueOf)
            .toList();
    var grades = new HashMap<String, Integer>();
    for (int i = 0; i < scores.length; i++) grades.put(String.valueOf(i), query.grades()[i]);
    return metric.of(ranking, grades);
  }

  private static RowLog graded(int width, List<Query> queries) {
    int highest = Math.max(1, highest(queries));
    return new RowLog(
        width,
        queries.stream()
            .map(
                query ->
                    new RowLog.Group(
                        query.rows(),
                        query.grades(),
                        IntStream.of(query.grades())
                            .mapToDouble(g -> g / (double) highest)
                            .toArray(),
                        IntStream.of(query.grades()).map(g -> 1).toArray()))
            .toList());
  }

  static RowLog clicks(int width, List<Query> queries, int sessions, long seed) {
    var chance = new Random(1000 + seed);
    int highest = Math.max(1, highest(queries));
    var groups = new ArrayList<RowLog.Group>();
    for (int session = 0; session < sessions; session++) {
      var query = queries.get(chance.nextInt(queries.size()));
      var order = new ArrayList<>(IntStream.range(0, query.rows().length).boxed().toList());
      Collections.shuffle(order, chance);
      int shown = Math.min(SLOTS, order.size());
      var rows = new double[shown][];
      var used = new int[shown];
      var positions = new int[shown];
      for (int i = 0; i < shown; i++) {
        int document = order.get(i);
        rows[i] = query.rows()[document];
        positions[i] = i + 1;
        double gain = (Math.pow(2, query.grades()[document]) - 1) / (Math.pow(2, highest) - 1);
        boolean looked = chance.nextDouble() < 1.0 / positions[i];
        used[i] = looked && chance.nextDouble() < 0.05 + 0.9 * gain ? 1 : 0;
      }
      groups.add(
          new RowLog.Group(rows, used, IntStream.of(used).asDoubleStream().toArray(), positions));
    }
    return new RowLog(width, groups);
  }

  private static int highest(List<Query> queries) {
    return queries.stream().flatMapToInt(query -> IntStream.of(query.grades())).max().orElse(0);
  }

  private static String cell(List<Double> values) {
    var mean = BootstrapMean.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    return String.format(
        Locale.ROOT,
        "%.3f [%.3f, %.3f]",
        mean.mean(),
        mean.interval().low(),
        mean.interval().high());
  }
}
