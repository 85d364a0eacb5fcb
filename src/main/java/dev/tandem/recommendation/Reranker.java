package dev.tandem.recommendation;

import dev.tandem.learning.RankingModel;
import java.util.Comparator;
import java.util.List;

/** Orders candidates by a model; equal scores by id, so that the order never wavers. */
final class Reranker {
  private static final Comparator<Ranked> BEST_FIRST =
      Comparator.comparingDouble(Ranked::score)
          .reversed()
          .thenComparing(ranked -> ranked.traits().id());

  private Reranker() {}

  static List<Ranked> rank(RankingModel model, List<Described> described) {
    return described.stream()
        .map(each -> new Ranked(each.candidate(), each.example(), model.score(each.example())))
        .sorted(BEST_FIRST)
        .toList();
  }
}
