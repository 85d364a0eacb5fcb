package dev.tandem.recommendation;

import dev.tandem.feedback.AssetEvidence.Tally;
import dev.tandem.learning.Example;
import dev.tandem.learning.RankingModel;
import dev.tandem.recommendation.Slate.Evidence;
import dev.tandem.recommendation.Slate.Origin;
import dev.tandem.shared.Proportion;
import java.util.Map;

/**
 * Reads what is shown beside an item: what happened with the asset so far, here and on deals like
 * this one, and how much of its score was learned.
 */
record EvidenceReader(PastUse past, RankingModel model, RecommendationRequest request) {

  Evidence of(Ranked ranked) {
    var asset = ranked.traits().id();
    var tally = past.tally(asset);
    var counts = past.overall(asset);
    var shown = counts.shown();
    return new Evidence(
        shown.shown(),
        shown.used(),
        tally.opens(),
        tally.shares(),
        tally.sendingsRead(),
        counts.dealsWon(),
        counts.dealsLost(),
        tally.dealsOpen(),
        Tally.interval(new Proportion(shown.used(), shown.shown())),
        SimilarUse.of(past.similarDeals(asset, request.deal(), request.rep()), request.deal()),
        origin(model, ranked.example()));
  }

  static Origin origin(RankingModel model, Example candidate) {
    var learned = model.learned(candidate);
    var all = model.contributions(candidate);
    double learnedMoves = moves(learned);
    double priorMoves = 0;
    for (var cause : all.entrySet())
      priorMoves += Math.abs(cause.getValue() - learned.getOrDefault(cause.getKey(), 0.0));
    double sum = learned.values().stream().mapToDouble(Double::doubleValue).sum();
    double moves = learnedMoves + priorMoves;
    return new Origin(model.score(candidate) - sum, sum, moves > 0 ? learnedMoves / moves : 0);
  }

  private static double moves(Map<String, Double> contributions) {
    return contributions.values().stream().mapToDouble(Math::abs).sum();
  }
}
