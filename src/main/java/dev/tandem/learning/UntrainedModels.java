package dev.tandem.learning;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** An installation in which no model was ever promoted. */
@Component
class UntrainedModels implements RankingModels {
  private final RankingModel prior = new LinearPrior();

  @Override
  public RankingModel prior() {
    return prior;
  }

  @Override
  public Optional<RankingModel> learned() {
    return Optional.empty();
  }
}
