package dev.tandem.benchmark;

import dev.tandem.benchmark.SimulatedMarket.Form;
import dev.tandem.benchmark.SimulatedReps.Outcome;
import dev.tandem.learning.BootstrapMean;
import dev.tandem.learning.training.Session;
import dev.tandem.learning.training.TrainingSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Regret while learning: every learner ranks its own slates, with the same tenth of random swaps,
 * and learns from what came of them, anew whenever its log has grown by half.
 */
final class ClosedLoop {
  private static final int FIRST = 100;

  private final int sessions;
  private final Map<String, List<double[]>> results = new LinkedHashMap<>();

  ClosedLoop(int sessions) {
    this.sessions = sessions;
  }

  void run(Form form, long seed, List<Learner> learners) {
    for (var learner : learners) {
      var market = new SimulatedMarket(form, Offline.ASSETS, seed);
      var reps = new SimulatedReps(market, 3000 + seed);
      var log = new ArrayList<Session>();
      var model = Learners.prior().learn(new TrainingSet(List.of()), seed);
      int next = FIRST;
      for (int i = 0; i < sessions; i++) {
        if (i == next) {
          model = learner.explore(new TrainingSet(log), seed);
          next += next / 2;
        }
        log.add(reps.session(i, i / (double) sessions, model));
      }
      var all = reps.outcomes();
      var late = all.subList(sessions * 3 / 4, sessions);
      results
          .computeIfAbsent(learner.name(), none -> new ArrayList<>())
          .add(new double[] {regret(all), regret(late), won(late)});
    }
  }

  private static double regret(List<Outcome> outcomes) {
    return outcomes.stream().mapToDouble(Outcome::regret).average().orElse(0);
  }

  private static double won(List<Outcome> outcomes) {
    return outcomes.stream().filter(Outcome::won).count() / (double) outcomes.size();
  }

  void print() {
    System.out.printf(
        Locale.ROOT,
        "%n## Regret while learning, %,d sessions (%d runs)%n%n"
            + "| learner | regret, all | regret, last quarter | deals won, last quarter |%n"
            + "| --- | --- | --- | --- |%n",
        sessions,
        results.values().iterator().next().size());
    results.forEach(
        (name, runs) ->
            System.out.printf(
                "| %s | %s | %s | %s |%n", name, cell(runs, 0), cell(runs, 1), cell(runs, 2)));
  }

  private static String cell(List<double[]> runs, int column) {
    var mean = BootstrapMean.of(runs.stream().mapToDouble(run -> run[column]).toArray());
    return String.format(
        Locale.ROOT,
        "%.3f [%.3f, %.3f]",
        mean.mean(),
        mean.interval().low(),
        mean.interval().high());
  }
}
