package dev.tandem.benchmark;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.tandem.benchmark.SimulatedMarket.Form;
import dev.tandem.benchmark.SimulatedReps.Candidate;
import dev.tandem.learning.BootstrapMean;
import dev.tandem.learning.Example;
import dev.tandem.learning.LinearPrior;
import dev.tandem.learning.RankingMetric;
import dev.tandem.learning.RankingModel;
import dev.tandem.learning.ScoredBy;
import dev.tandem.learning.training.ModelTrainer;
import dev.tandem.learning.training.NaiveLogistic;
import dev.tandem.learning.training.PromotionGate;
import dev.tandem.learning.training.Trials;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.slf4j.LoggerFactory;

/**
 * Compares learners on the same simulated logs: true nDCG after so many sessions, by form of the
 * hidden utility. Arguments: sizes of the log (default 100 500 5000); the property {@code seeds}
 * (default 5).
 */
final class LearningBenchmark {
  private static final int ASSETS = 600, SITUATIONS = 200;
  private static final int SEEDS = Integer.getInteger("seeds", 5);

  private LearningBenchmark() {}

  private final Map<String, List<double[]>> scores = new LinkedHashMap<>();
  private final List<Double> trainingSeconds = new ArrayList<>();
  private int promoted;
  private int worse;
  private int runs;

  public static void main(String[] arguments) {
    // the minimizer tells of every fit
    ((Logger) LoggerFactory.getLogger("smile")).setLevel(Level.OFF);
    var sizes =
        arguments.length == 0
            ? new int[] {100, 500, 5000}
            : Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
    for (int size : sizes) {
      var all = new LearningBenchmark();
      for (var form : Form.values()) {
        var one = new LearningBenchmark();
        for (int seed = 1; seed <= SEEDS; seed++) {
          one.run(form, size, seed);
        }
        one.print(size + " sessions, " + form.name().toLowerCase(Locale.ROOT));
        all.add(one);
      }
      all.print(size + " sessions, all forms");
    }
    speed();
  }

  /** How long 200 candidates take, on one core. */
  private static void speed() {
    var market = new SimulatedMarket(Form.ADDITIVE, ASSETS, 1);
    var reps = new SimulatedReps(market, 1);
    var prior = new LinearPrior();
    var model = ModelTrainer.around(prior, Clock.systemUTC()).train(reps.log(300), "speed");
    var random = new Random(1);
    var candidates = new ArrayList<Candidate>();
    while (candidates.size() < 200)
      candidates.addAll(reps.candidates(market.deal(random), 1, random));
    var examples = candidates.stream().limit(200).map(Candidate::example).toList();
    var nanos = new long[4000];
    double sum = 0;
    for (int i = 0; i < nanos.length; i++) {
      long start = System.nanoTime();
      for (var example : examples) sum += model.score(example);
      nanos[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    System.out.printf(
        Locale.ROOT,
        "%nScoring 200 candidates: median %.0f µs, 99th percentile %.0f µs (sum %.1f)%n",
        nanos[nanos.length / 2] / 1e3,
        nanos[nanos.length * 99 / 100] / 1e3,
        sum);
  }

  private void add(LearningBenchmark one) {
    one.scores.forEach(
        (name, values) -> scores.computeIfAbsent(name, none -> new ArrayList<>()).addAll(values));
    trainingSeconds.addAll(one.trainingSeconds);
    promoted += one.promoted;
    worse += one.worse;
    runs += one.runs;
  }

  private void run(Form form, int sessions, long seed) {
    var market = new SimulatedMarket(form, ASSETS, seed);
    var reps = new SimulatedReps(market, 1000 + seed);
    var log = reps.log(sessions);
    var prior = new LinearPrior();
    long start = System.nanoTime();
    var trainer = ModelTrainer.around(prior, Clock.systemUTC());
    var trials = Trials.of(trainer, log, Trials.firstHeldOut(log, prior), "tested");
    var verdict = new PromotionGate().compare(trials, prior);
    var learned = trainer.again(trials.getLast().candidate(), log, "learned");
    trainingSeconds.add((System.nanoTime() - start) / 1e9);
    var learners = new LinkedHashMap<String, RankingModel>();
    learners.put("text and stage, no learning", model(LearningBenchmark::textAndStage));
    learners.put("popularity", model(reps::opens));
    learners.put("naive logistic", NaiveLogistic.train(log, false));
    learners.put("naive logistic, position", NaiveLogistic.train(log, true));
    learners.put("the prior", prior);
    learners.put("ours, ungated", learned);
    learners.put("ours", verdict.passed() ? learned : prior);
    var evaluated = evaluate(market, reps, learners, seed);
    runs++;
    if (verdict.passed()) promoted++;
    var gains = new double[SITUATIONS];
    var ours = Objects.requireNonNull(evaluated.get("ours")).get(1);
    var before = Objects.requireNonNull(evaluated.get("the prior")).get(1);
    for (int i = 0; i < SITUATIONS; i++) gains[i] = ours[i] - before[i];
    if (BootstrapMean.of(gains).interval().high() < 0) worse++;
    evaluated.forEach(
        (name, values) ->
            scores
                .computeIfAbsent(name, none -> new ArrayList<>())
                .add(
                    new double[] {
                      Arrays.stream(values.get(0)).average().orElse(0),
                      Arrays.stream(values.get(1)).average().orElse(0)
                    }));
  }

  private static double textAndStage(Example example) {
    return example.features().get("text_match") + 0.5 * example.features().get("type_fits_stage");
  }

  /** By learner, nDCG@5 and nDCG@10 of each situation. */
  static Map<String, List<double[]>> evaluate(
      SimulatedMarket market, SimulatedReps reps, Map<String, RankingModel> learners, long seed) {
    var random = new Random(5000 + seed);
    var values = new LinkedHashMap<String, List<double[]>>();
    learners
        .keySet()
        .forEach(name -> values.put(name, List.of(new double[SITUATIONS], new double[SITUATIONS])));
    for (int i = 0; i < SITUATIONS; i++) {
      var deal = market.deal(random);
      var candidates = reps.candidates(deal, 1, random);
      var grades = grades(candidates, each -> market.utility(each.item(), deal));
      for (var learner : learners.entrySet()) {
        var ranking =
            SimulatedReps.rank(learner.getValue(), candidates).stream()
                .map(each -> each.item().id())
                .toList();
        var value = Objects.requireNonNull(values.get(learner.getKey()));
        value.get(0)[i] = RankingMetric.NDCG_AT_5.of(ranking, grades);
        value.get(1)[i] = RankingMetric.NDCG_AT_10.of(ranking, grades);
      }
    }
    return values;
  }

  /** The best hundredth is exactly right, the best thirtieth good, the best tenth useful. */
  private static Map<String, Integer> grades(
      List<Candidate> candidates, ToDoubleFunction<Candidate> utility) {
    var best = candidates.stream().sorted(Comparator.comparingDouble(utility).reversed()).toList();
    var grades = new HashMap<String, Integer>();
    for (int i = 0; i < best.size() / 10; i++)
      grades.put(
          best.get(i).item().id(), i < best.size() / 100 + 1 ? 3 : i < best.size() / 30 ? 2 : 1);
    return grades;
  }

  private void print(String title) {
    System.out.printf(
        Locale.ROOT,
        "%n## %s (%d runs; promoted in %d; significantly worse than the prior in %d; training %.1f s"
            + " on average)%n",
        title,
        runs,
        promoted,
        worse,
        trainingSeconds.stream().mapToDouble(Double::doubleValue).average().orElse(0));
    System.out.println("| learner | nDCG@5 | nDCG@10 |\n| --- | --- | --- |");
    scores.forEach(
        (name, values) ->
            System.out.printf("| %s | %s | %s |%n", name, cell(values, 0), cell(values, 1)));
  }

  private static String cell(List<double[]> values, int column) {
    var mean = BootstrapMean.of(values.stream().mapToDouble(row -> row[column]).toArray());
    return String.format(
        Locale.ROOT,
        "%.3f [%.3f, %.3f]",
        mean.mean(),
        mean.interval().low(),
        mean.interval().high());
  }

  private static RankingModel model(ToDoubleFunction<Example> score) {
    return new ScoredBy("compared", score);
  }
}
