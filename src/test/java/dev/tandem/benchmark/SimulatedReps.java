package dev.tandem.benchmark;

import static dev.tandem.learning.RankingFeature.*;

import dev.tandem.benchmark.SimulatedMarket.Deal;
import dev.tandem.benchmark.SimulatedMarket.Item;
import dev.tandem.feedback.FeedbackEvent.Surface;
import dev.tandem.identity.UserId;
import dev.tandem.learning.Example;
import dev.tandem.learning.FeatureVector;
import dev.tandem.learning.LinearPrior;
import dev.tandem.learning.RankingFeature;
import dev.tandem.learning.RankingModel;
import dev.tandem.learning.training.Judged;
import dev.tandem.learning.training.Reward;
import dev.tandem.learning.training.Session;
import dev.tandem.learning.training.TrainingSet;
import dev.tandem.library.AssetId;
import dev.tandem.taxonomy.StagePrior;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

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
  private final Map<String, int[]> counts = new HashMap<>();

  SimulatedReps(SimulatedMarket market, long seed) {
    this.market = market;
    this.chance = new Random(seed);
    for (int i = 0; i < readiness.length; i++) readiness[i] = 0.8 * chance.nextGaussian();
  }

  TrainingSet log(int sessions) {
    var log = new ArrayList<Session>();
    var prior = new LinearPrior();
    for (int i = 0; i < sessions; i++) log.add(session(i, i / (double) sessions, prior));
    return new TrainingSet(log);
  }

  private Session session(int number, double time, RankingModel policy) {
    var deal = market.deal(chance);
    var surface =
        deal.topic() >= 0
            ? Surface.SEARCH
            : chance.nextDouble() < 0.7 ? Surface.DEAL : Surface.SIDEBAR;
    int rep = (int) (readiness.length * chance.nextDouble() * chance.nextDouble());
    var ranked = new ArrayList<>(rank(policy, candidates(deal, time, chance)));
    var judged = new ArrayList<Judged>();
    for (int position = 1; position <= SLOTS && position <= ranked.size(); position++) {
      int place = position - 1;
      if (chance.nextDouble() < 0.1)
        java.util.Collections.swap(
            ranked, place, place + chance.nextInt(Math.min(20, ranked.size() - place)));
      var shown = ranked.get(place);
      boolean looked = chance.nextDouble() < Math.pow(position, -DECAY.getOrDefault(surface, 1.0));
      judged.add(
          new Judged(
              shown.example(),
              position,
              looked ? act(market.utility(shown.item(), deal), rep).value() : 0,
              1));
    }
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

  private Reward act(double utility, int rep) {
    if (!happens(utility + readiness[rep] - 2)) return Reward.SEEN;
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
        deal.asked());
  }

  /** As the program reckons it: the shrunk rate of use against the usual one. */
  private double use(Item item) {
    var count = counts.getOrDefault(item.id(), new int[2]);
    double rate = (count[1] + 20 * 0.125) / (count[0] + 20.0);
    return Math.clamp(Math.log(rate / 0.125) / Math.log(4), -1, 1);
  }

  /** Opens of an asset so far. */
  double opens(Example example) {
    return counts
        .getOrDefault(java.util.Objects.requireNonNull(example.asset()).value(), new int[2])[1];
  }
}
