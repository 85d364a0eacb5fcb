package dev.tandem.benchmark;

import dev.tandem.benchmark.SimulatedMarket.Form;
import dev.tandem.benchmark.SimulatedReps.Candidate;
import dev.tandem.learning.training.EveryTerm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/** How long 200 candidates take our model, on one core, with every term that it can hold. */
final class ScoringSpeed {
  private ScoringSpeed() {}

  static void print() {
    var market = new SimulatedMarket(Form.ADDITIVE, Offline.ASSETS, 1);
    var reps = new SimulatedReps(market, 1);
    var model = EveryTerm.of(reps.log(500));
    var random = new Random(1);
    var candidates = new ArrayList<Candidate>();
    while (candidates.size() < 200)
      candidates.addAll(SimulatedReps.asked(0, reps.candidates(market.deal(random), 1, random)));
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
}
