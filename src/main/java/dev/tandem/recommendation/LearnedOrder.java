package dev.tandem.recommendation;

import dev.tandem.learning.RankingModels;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Shows what learning changes about the answer to one question, without a trace in the log. */
@Service
public class LearnedOrder {
  private final Recommender recommender;
  private final RankingModels models;

  LearnedOrder(Recommender recommender, RankingModels models) {
    this.recommender = recommender;
    this.models = models;
  }

  /** Whether anything learned ranks at all. */
  public boolean learned() {
    return models.learned().isPresent();
  }

  /**
   * Empty where the experts' weights rank. Marketing's rules and what is tried out are left out.
   */
  public Optional<OrderChange> change(RecommendationRequest request) {
    var deep =
        new RecommendationRequest(
            request.rep(),
            request.surface(),
            request.deal(),
            request.query(),
            request.filters(),
            request.audiences(),
            OrderChange.DEPTH);
    return models
        .learned()
        .map(
            learned ->
                OrderChange.between(
                    recommender.rehearse(deep, models.prior()),
                    recommender.rehearse(deep, learned),
                    request.slots()));
  }
}
