package dev.tandem.benchmark;

import dev.tandem.benchmark.SimulatedMarket.Form;
import dev.tandem.benchmark.SimulatedReps.Candidate;
import dev.tandem.learning.BootstrapMean;
import dev.tandem.learning.RankingMetric;
import dev.tandem.learning.RankingModel;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/** Learners on the same logs: true nDCG over all candidates of new deals, by runs. */
final class Offline {
  static final String CEILING = "ours, trained on the true utilities";
  static final int ASSETS = 600, SITUATIONS = 200;

  /** Among fewer, none is in the best tenth. */
  private static final int FEWEST_NEW = 10;

  /**
   * @param ndcg5, ndcg10 by situation
   * @param fresh mean nDCG@10 of the order among assets that the log hardly ever showed; not a
   *     number where there are too few
   */
  record Run(double[] ndcg5, double[] ndcg10, double fresh, double seconds, double megabytes) {}

  private final Map<String, List<Run>> runs = new LinkedHashMap<>();

  /** What the truth allows does not depend on a log, and takes a while to learn. */
  private static final Map<String, Run> CEILINGS = new ConcurrentHashMap<>();

  private static final int TRUTH = 6_000;

  /**
   * Lets every learner learn from one log.
   *
   * @param alone whether nothing else runs in this process, so that memory can be told
   */
  static Offline run(
      Form form, int sessions, long seed, double shared, List<Learner> learners, boolean alone) {
    var one = new Offline();
    one.learn(form, sessions, seed, shared, learners, alone);
    return one;
  }

  private void learn(
      Form form, int sessions, long seed, double shared, List<Learner> learners, boolean alone) {
    var market = new SimulatedMarket(form, ASSETS, seed, shared);
    var reps = new SimulatedReps(market, 1000 + seed);
    var log = reps.log(sessions);
    for (var learner : learners) {
      if (alone) resetMemory();
      long before = memory();
      long start = System.nanoTime();
      var model = learner.learn(log, seed);
      double seconds = (System.nanoTime() - start) / 1e9;
      double megabytes = alone ? (memory() - before) / 1e6 : Double.NaN;
      add(learner.name(), judge(model, market, reps, seed, seconds, megabytes));
    }
    add(
        CEILING,
        CEILINGS.computeIfAbsent(
            form + " " + seed + " " + shared,
            none -> {
              var truth = new SimulatedReps(market, 2000 + seed);
              var model = Learners.ungated(truth.truth(TRUTH));
              return judge(model, market, truth, seed, Double.NaN, Double.NaN);
            }));
  }

  private void add(String name, Run run) {
    runs.computeIfAbsent(name, none -> new ArrayList<>()).add(run);
  }

  static Run judge(
      RankingModel model,
      SimulatedMarket market,
      SimulatedReps reps,
      long seed,
      double seconds,
      double megabytes) {
    var random = new Random(5000 + seed);
    var five = new double[SITUATIONS];
    var ten = new double[SITUATIONS];
    double fresh = 0;
    int withFresh = 0;
    for (int i = 0; i < SITUATIONS; i++) {
      var deal = market.deal(random);
      var candidates = reps.candidates(deal, 1, random);
      var grades = grades(candidates, each -> market.utility(each.item(), deal, 1));
      var ranking =
          SimulatedReps.rank(model, candidates).stream().map(each -> each.item().id()).toList();
      five[i] = RankingMetric.NDCG_AT_5.of(ranking, grades);
      ten[i] = RankingMetric.NDCG_AT_10.of(ranking, grades);
      var unmet = candidates.stream().filter(each -> !reps.met(each.item())).toList();
      if (unmet.size() < FEWEST_NEW) continue;
      withFresh++;
      fresh +=
          RankingMetric.NDCG_AT_10.of(
              SimulatedReps.rank(model, unmet).stream().map(each -> each.item().id()).toList(),
              grades(unmet, each -> market.utility(each.item(), deal, 1)));
    }
    return new Run(five, ten, fresh / withFresh, seconds, megabytes);
  }

  /** The best hundredth is exactly right, the best thirtieth good, the best tenth useful. */
  static Map<String, Integer> grades(
      List<Candidate> candidates, ToDoubleFunction<Candidate> utility) {
    var best = candidates.stream().sorted(Comparator.comparingDouble(utility).reversed()).toList();
    var grades = new HashMap<String, Integer>();
    for (int i = 0; i < best.size() / 10; i++)
      grades.put(
          best.get(i).item().id(), i < best.size() / 100 + 1 ? 3 : i < best.size() / 30 ? 2 : 1);
    return grades;
  }

  void addAll(Offline other) {
    other.runs.forEach(
        (name, more) -> runs.computeIfAbsent(name, none -> new ArrayList<>()).addAll(more));
  }

  /** Runs in which ours is worse than the prior on its situations, with 95 % confidence. */
  int worseThanPrior() {
    var ours = runs.getOrDefault(Learners.OURS, List.of());
    var prior = runs.getOrDefault(Learners.PRIOR, List.of());
    int worse = 0;
    for (int run = 0; run < Math.min(ours.size(), prior.size()); run++)
      if (gain(ours.get(run).ndcg10(), prior.get(run).ndcg10()).interval().high() < 0) worse++;
    return worse;
  }

  private static BootstrapMean gain(double[] one, double[] other) {
    var gains = new double[one.length];
    for (int i = 0; i < gains.length; i++) gains[i] = one[i] - other[i];
    return BootstrapMean.of(gains);
  }

  void print(String title) {
    System.out.printf(
        Locale.ROOT,
        "%n## %s (%d runs; ours significantly worse than the prior in %d)%n%n"
            + "| learner | nDCG@5 | nDCG@10 | among new assets | ours less this, nDCG@10 | trained in |"
            + " memory |%n"
            + "| --- | --- | --- | --- | --- | --- | --- |%n",
        title,
        runs.values().iterator().next().size(),
        worseThanPrior());
    var ours = means(runs.getOrDefault(Learners.OURS, List.of()));
    runs.forEach(
        (name, all) ->
            System.out.printf(
                Locale.ROOT,
                "| %s | %.3f | %s | %s | %s | %s | %s |%n",
                name,
                all.stream().mapToDouble(run -> mean(run.ndcg5())).average().orElse(0),
                cell(BootstrapMean.of(means(all)), "%.3f"),
                number(all.stream().mapToDouble(Run::fresh).average().orElse(0), "%.3f"),
                name.equals(Learners.OURS) || ours.length != all.size()
                    ? ""
                    : cell(gain(ours, means(all)), "%+.3f"),
                number(all.stream().mapToDouble(Run::seconds).average().orElse(0), "%.1f s"),
                number(all.stream().mapToDouble(Run::megabytes).max().orElse(0), "%.0f MB")));
  }

  private static double[] means(List<Run> all) {
    return all.stream().mapToDouble(run -> mean(run.ndcg10())).toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }

  private static String number(double value, String format) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, Math.max(0, value));
  }

  private static String cell(BootstrapMean mean, String format) {
    return String.format(
        Locale.ROOT,
        format + " [" + format + ", " + format + "]",
        mean.mean(),
        mean.interval().low(),
        mean.interval().high());
  }

  private static void resetMemory() {
    System.gc();
    for (var pool : ManagementFactory.getMemoryPoolMXBeans()) pool.resetPeakUsage();
  }

  /** The most heap since the last reset, garbage included; what native code took is not in it. */
  private static long memory() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }
}
