package dev.tandem.benchmark;

import static dev.tandem.learning.RankingFeature.*;

import dev.tandem.benchmark.SimulatedMarket.Deal;
import dev.tandem.benchmark.SimulatedMarket.Item;
import dev.tandem.feedback.FeedbackEvent.Surface;
import dev.tandem.identity.UserId;
import dev.tandem.learning.Asked.Asker;
import dev.tandem.learning.Example;
import dev.tandem.learning.FeatureVector;
import dev.tandem.learning.LinearPrior;
import dev.tandem.learning.PersonKey;
import dev.tandem.learning.RankingFeature;
import dev.tandem.learning.RankingModel;
import dev.tandem.learning.training.Judged;
import dev.tandem.learning.training.Reward;
import dev.tandem.learning.training.Session;
import dev.tandem.learning.training.TrainingSet;
import dev.tandem.library.AssetId;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.StagePrior;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;

/**
 * Reps at work in a {@link SimulatedMarket}: the prior serves slates with a tenth of random swaps;
 * an item is looked at with probability position^-decay, opened by its utility and the rep's
 * readiness, then perhaps sent and read.
 */
final class SimulatedReps {
  private static final int SLOTS = 8, CANDIDATES = 150;
  private static final Map<Surface, Double> DECAY =
      Map.of(Surface.DEAL, 0.6, Surface.SIDEBAR, 0.8, Surface.SEARCH, 0.9);

  private final SimulatedMarket market;
  private final Random chance;
  private final double[] readiness = new double[40];
  private final double[][] taste = new double[40][ContentType.values().length];
  private final List<Outcome> outcomes = new ArrayList<>();
  private final Map<String, int[]> counts = new HashMap<>();

  SimulatedReps(SimulatedMarket market, long seed) {
    this.market = market;
    this.chance = new Random(seed);
    for (int i = 0; i < readiness.length; i++) {
      readiness[i] = 0.8 * chance.nextGaussian();
      for (int type = 0; type < taste[i].length; type++)
        taste[i][type] = 0.4 * chance.nextGaussian();
    }
  }

  TrainingSet log(int sessions) {
    var log = new ArrayList<Session>();
    var prior = new LinearPrior();
    for (int i = 0; i < sessions; i++) log.add(session(i, i / (double) sessions, prior));
    return new TrainingSet(log);
  }

  /**
   * What became of a session.
   *
   * @param regret of the attention's worth, how much was lost against the best order, in [0, 1]
   * @param won whether its deal was won; what was sent helps a little
   */
  record Outcome(double regret, boolean won) {}

  List<Outcome> outcomes() {
    return outcomes;
  }

  Session session(int number, double time, RankingModel policy) {
    var deal = market.deal(chance);
    var surface =
        deal.topic() >= 0
            ? Surface.SEARCH
            : chance.nextDouble() < 0.7 ? Surface.DEAL : Surface.SIDEBAR;
    int rep = (int) (readiness.length * chance.nextDouble() * chance.nextDouble());
    var ranked = new ArrayList<>(rank(policy, asked(rep, candidates(deal, time, chance))));
    double decay = DECAY.getOrDefault(surface, 1.0);
    double best =
        worth(
            ranked.stream()
                .map(each -> market.utility(each.item(), deal, time))
                .sorted(Comparator.reverseOrder())
                .mapToDouble(Double::doubleValue),
            decay);
    var judged = new ArrayList<Judged>();
    double sent = 0;
    for (int position = 1; position <= SLOTS && position <= ranked.size(); position++) {
      int place = position - 1;
      if (chance.nextDouble() < 0.1)
        java.util.Collections.swap(
            ranked, place, place + chance.nextInt(Math.min(20, ranked.size() - place)));
      var shown = ranked.get(place);
      boolean looked = chance.nextDouble() < Math.pow(position, -decay);
      double utility = market.utility(shown.item(), deal, time);
      var reward =
          looked ? act(utility, taste[rep][shown.item().type().ordinal()], rep) : Reward.SEEN;
      if (reward.value() >= Reward.SENT.value()) sent = Math.max(sent, utility);
      judged.add(new Judged(shown.example(), position, reward.value(), 1));
    }
    double shown =
        worth(
            ranked.stream()
                .limit(SLOTS)
                .mapToDouble(each -> market.utility(each.item(), deal, time)),
            decay);
    outcomes.add(new Outcome(1 - shown / best, happens(-1 + 0.5 * sent)));
    for (var each : judged) {
      var asset = java.util.Objects.requireNonNull(each.example().asset()).value();
      var count = counts.computeIfAbsent(asset, none -> new int[2]);
      count[0]++;
      if (each.reward() > 0) count[1]++;
    }
    return new Session(
        number + 1,
        Instant.EPOCH.plusSeconds(600L * number),
        surface,
        new UserId("r" + rep),
        judged,
        true);
  }

  /** As this rep asks for them; five reps make a team. */
  static List<Candidate> asked(int rep, List<Candidate> candidates) {
    var by = new Asker(PersonKey.rep(new UserId("r" + rep)), "team" + rep / 5);
    return candidates.stream()
        .map(each -> new Candidate(each.item(), each.example().by(by)))
        .toList();
  }

  /** What this rep likes about a type, in log-odds. */
  double taste(int rep, ContentType type) {
    return taste[rep][type.ordinal()];
  }

  /** What the slots are worth: the chance to be of use of what stands there, by attention. */
  private static double worth(DoubleStream utilities, double decay) {
    var order = utilities.toArray();
    double sum = 0;
    for (int i = 0; i < Math.min(SLOTS, order.length); i++)
      sum += Math.pow(i + 1, -decay) / (1 + Math.exp(2 - order[i]));
    return sum;
  }

  private Reward act(double utility, double taste, int rep) {
    if (!happens(utility + taste + readiness[rep] - 2)) return Reward.SEEN;
    if (!happens(utility - 1.2)) return Reward.OPENED;
    if (!happens(utility - 0.5)) return Reward.SENT;
    return happens(utility) ? Reward.BUYER_READ : Reward.BUYER_OPENED;
  }

  private boolean happens(double logOdds) {
    return chance.nextDouble() < 1 / (1 + Math.exp(-logOdds));
  }

  record Candidate(Item item, Example example) {}

  static List<Candidate> rank(RankingModel model, List<Candidate> candidates) {
    return candidates.stream()
        .map(each -> Map.entry(each, model.score(each.example())))
        .sorted(Map.Entry.<Candidate, Double>comparingByValue(Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .toList();
  }

  List<Candidate> candidates(Deal deal, double time, Random from) {
    var there = new ArrayList<Candidate>();
    for (var item : market.items)
      if (item.arrives() <= time && from.nextDouble() < CANDIDATES / (double) market.items.size())
        there.add(new Candidate(item, describe(item, deal, from)));
    return there;
  }

  private Example describe(Item item, Deal deal, Random noise) {
    var values = new double[RankingFeature.SCHEMA.size()];
    boolean topic = deal.topic() == item.topic();
    if (deal.topic() >= 0) {
      double near = Math.clamp((topic ? 0.65 : 0.2) + 0.2 * noise.nextGaussian(), 0, 1);
      values[TEXT_MATCH.ordinal()] = near;
      values[MEANING_MATCH.ordinal()] = Math.clamp(near + 0.15 * noise.nextGaussian(), 0, 1);
    }
    double stage = item.labelledStage() == null ? 0 : item.labelledStage() == deal.stage() ? 1 : -1;
    double type = Math.clamp((StagePrior.of(item.type(), deal.stage()) - 0.25) / 0.25, -1, 1);
    values[STAGE_FIT.ordinal()] = stage;
    values[TYPE_FITS_STAGE.ordinal()] = type;
    if (deal.topic() < 0) {
      values[STAGE_FIT_WITHOUT_QUERY.ordinal()] = stage;
      values[TYPE_FITS_STAGE_WITHOUT_QUERY.ordinal()] = type;
    }
    if (item.labelled()) {
      values[(item.industry() == deal.industry() ? INDUSTRY_MATCH : INDUSTRY_MISMATCH).ordinal()] =
          1;
      values[(item.product() == deal.product() ? PRODUCT_MATCH : PRODUCT_MISMATCH).ordinal()] = 1;
      if (item.persona() == deal.persona()) values[PERSONA_MATCH.ordinal()] = 1;
    }
    values[FRESHNESS.ordinal()] = Math.pow(0.5, item.ageYears() / 1.5) - 0.5;
    values[OVERALL_USE.ordinal()] = use(item);
    return new Example(
        new FeatureVector(RankingFeature.SCHEMA, values),
        new AssetId(item.id()),
        item.type(),
        deal.asked(),
        market.kinOf(item));
  }

  /** Whether the log so far showed it more than twice. */
  boolean met(Item item) {
    return counts.getOrDefault(item.id(), new int[2])[0] > 2;
  }

  /** As the program reckons it: the shrunk rate of use against the usual one. */
  private double use(Item item) {
    var count = counts.getOrDefault(item.id(), new int[2]);
    double rate = (count[1] + 20 * 0.125) / (count[0] + 20.0);
    return Math.clamp(Math.log(rate / 0.125) / Math.log(4), -1, 1);
  }

  /** Slates of anything at random with what every item is truly worth as its reward. */
  TrainingSet truth(int sessions) {
    var truth = new ArrayList<Session>();
    for (int i = 0; i < sessions; i++) {
      var deal = market.deal(chance);
      var items = new ArrayList<Judged>();
      var candidates = new ArrayList<>(candidates(deal, 1, chance));
      java.util.Collections.shuffle(candidates, chance);
      for (var each : candidates) {
        if (items.size() == SLOTS) break;
        double used = 1 / (1 + Math.exp(-market.utility(each.item(), deal, 1)));
        items.add(new Judged(each.example(), 1, used, 1));
      }
      truth.add(
          new Session(
              i + 1,
              Instant.EPOCH.plusSeconds(600L * i),
              Surface.DEAL,
              new UserId("r"),
              items,
              true));
    }
    return new TrainingSet(truth);
  }
}
