package dev.tandem.benchmark;

import dev.tandem.benchmark.SimulatedMarket.Deal;
import dev.tandem.benchmark.SimulatedMarket.Form;
import dev.tandem.benchmark.SimulatedReps.Candidate;
import dev.tandem.feedback.FeedbackEvent.Surface;
import dev.tandem.identity.UserId;
import dev.tandem.learning.BootstrapMean;
import dev.tandem.learning.LearnedModel;
import dev.tandem.learning.LinearPrior;
import dev.tandem.learning.RankingModel;
import dev.tandem.learning.experiments.Lots;
import dev.tandem.learning.experiments.TryOut;
import dev.tandem.learning.training.Judged;
import dev.tandem.learning.training.ModelTrainer;
import dev.tandem.learning.training.Reward;
import dev.tandem.learning.training.Session;
import dev.tandem.learning.training.TrainingSet;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.slf4j.LoggerFactory;

/**
 * What exploration costs and gains where a learner ranks what it then learns from: by policy, how
 * good the slates were while it learned, and how good its ranking is in the end, for all assets and
 * for those that arrived on the way. Arguments: sessions (default 600); the property {@code seeds}
 * (default 3).
 */
final class ExplorationBenchmark {
  private static final int ASSETS = 400, SLOTS = 8, EVERY = 150, SITUATIONS = 120;

  private ExplorationBenchmark() {}

  /** Orders candidates, knowing the model in use. */
  private interface Policy {
    List<Candidate> slate(RankingModel model, List<Candidate> candidates, Random chance);
  }

  private static Policy upper(ToDoubleFunction<Random> width) {
    return (model, candidates, chance) ->
        sorted(
            candidates,
            each ->
                model.score(each.example())
                    + width.applyAsDouble(chance) * model.deviation(each.example()));
  }

  private static Policy onePlace(double share) {
    return (model, candidates, chance) -> {
      ToDoubleFunction<Candidate> score = each -> model.score(each.example());
      var order = sorted(candidates, score);
      var lots =
          TryOut.lots(
              order.subList(0, Math.min(order.size(), SLOTS + 8)),
              each -> true,
              score,
              each -> model.deviation(each.example()),
              share,
              SLOTS);
      return lots.draw(chance.nextDouble()).stream().map(Lots.Drawn::item).toList();
    };
  }

  private static List<Candidate> sorted(
      List<Candidate> candidates, ToDoubleFunction<Candidate> score) {
    return candidates.stream()
        .map(each -> Map.entry(each, score.applyAsDouble(each)))
        .sorted(Map.Entry.<Candidate, Double>comparingByValue(Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .toList();
  }

  public static void main(String[] arguments) {
    ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger("smile"))
        .setLevel(ch.qos.logback.classic.Level.OFF);
    int sessions = arguments.length == 0 ? 600 : Integer.parseInt(arguments[0]);
    var policies = new LinkedHashMap<String, Policy>();
    policies.put("greedy", upper(chance -> 0));
    policies.put("upper bound 0.3, everywhere", upper(chance -> 0.3));
    policies.put("posterior sampling, everywhere", upper(Random::nextGaussian));
    policies.put("one place, 10 % of slates", onePlace(0.1));
    policies.put("one place, 30 % of slates", onePlace(0.3));
    System.out.printf(
        Locale.ROOT,
        "After %,d sessions, a new model every %d:%n"
            + "| policy | nDCG@5 of slates while learning | nDCG@10 at the end | new assets among the"
            + " first ten that belong there |%n| --- | --- | --- | --- |%n",
        sessions,
        EVERY);
    policies.forEach(
        (name, policy) -> {
          var runs = new ArrayList<double[]>();
          for (var form : List.of(Form.ADDITIVE, Form.INTERACTIONS, Form.THRESHOLDS))
            for (int seed = 1; seed <= Integer.getInteger("seeds", 3); seed++)
              runs.add(run(form, seed, policy, sessions));
          System.out.printf(
              "| %s | %s | %s | %s |%n", name, cell(runs, 0), cell(runs, 1), cell(runs, 2));
        });
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

  private static double[] run(Form form, long seed, Policy policy, int sessions) {
    var market = new SimulatedMarket(form, ASSETS, seed);
    var reps = new SimulatedReps(market, 1000 + seed);
    var prior = new LinearPrior();
    var trainer = ModelTrainer.around(prior, Clock.systemUTC());
    RankingModel model = prior;
    var chance = new Random(77 + seed); // deals and reps are the same for every policy
    var lots = new Random(seed);
    var log = new ArrayList<Session>();
    double served = 0;
    for (int i = 0; i < sessions; i++) {
      if (i > 0 && i % EVERY == 0) model = train(trainer, model, log);
      var deal = market.deal(chance);
      var candidates = reps.candidates(deal, i / (double) sessions, chance);
      var slate = policy.slate(model, candidates, lots);
      var shown = slate.subList(0, Math.min(SLOTS, slate.size()));
      served += ndcg(market, deal, candidates, shown, 5);
      log.add(session(i, market, deal, shown, new Random(31 * seed + i)));
    }
    model = train(trainer, model, log);
    var situations = new Random(5000 + seed);
    double end = 0;
    int newOnes = 0, found = 0;
    for (int i = 0; i < SITUATIONS; i++) {
      var deal = market.deal(situations);
      var candidates = reps.candidates(deal, 1, situations);
      var ranked = SimulatedReps.rank(model, candidates);
      end += ndcg(market, deal, candidates, ranked, 10);
      var top = ranked.subList(0, 10);
      for (var best :
          sorted(candidates, each -> market.utility(each.item(), deal, 1)).subList(0, 10))
        if (best.item().arrives() > 0.3) {
          newOnes++;
          if (top.contains(best)) found++;
        }
    }
    return new double[] {
      served / sessions, end / SITUATIONS, (double) found / Math.max(1, newOnes)
    };
  }

  private static RankingModel train(ModelTrainer trainer, RankingModel model, List<Session> log) {
    var set = new TrainingSet(log);
    return model instanceof LearnedModel tuned && log.size() % (2 * EVERY) != 0
        ? trainer.again(tuned, set, "again")
        : trainer.train(set, "trained");
  }

  private static Session session(
      int number, SimulatedMarket market, Deal deal, List<Candidate> shown, Random chance) {
    var judged = new ArrayList<Judged>();
    for (var each : shown) {
      int position = judged.size() + 1;
      double utility = market.utility(each.item(), deal, 1);
      boolean looked = chance.nextDouble() < Math.pow(position, -0.7);
      boolean opened = chance.nextDouble() < 1 / (1 + Math.exp(2 - utility));
      boolean sent = chance.nextDouble() < 1 / (1 + Math.exp(1.2 - utility));
      var reward = !looked || !opened ? Reward.SEEN : sent ? Reward.SENT : Reward.OPENED;
      judged.add(new Judged(each.example(), position, reward.value(), 1));
    }
    return new Session(
        number + 1L,
        Instant.EPOCH.plusSeconds(600L * number),
        Surface.DEAL,
        new UserId("r" + chance.nextInt(30)),
        judged,
        true);
  }

  /** Gains are the candidates' ranks by true utility: the ten best count, the best most. */
  private static double ndcg(
      SimulatedMarket market, Deal deal, List<Candidate> all, List<Candidate> ranked, int depth) {
    var best = sorted(all, each -> market.utility(each.item(), deal, 1));
    var gains = new double[depth];
    var ideal = new double[depth];
    for (int i = 0; i < depth; i++) {
      int place = i < ranked.size() ? best.indexOf(ranked.get(i)) : Integer.MAX_VALUE;
      gains[i] = grade(place) / Math.log(i + 2.0);
      ideal[i] = grade(i) / Math.log(i + 2.0);
    }
    return Arrays.stream(gains).sum() / Arrays.stream(ideal).sum();
  }

  private static double grade(int place) {
    return place < 2 ? 3 : place < 5 ? 2 : place < 15 ? 1 : 0;
  }
}
