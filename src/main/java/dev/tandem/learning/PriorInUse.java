package dev.tandem.learning;

import java.util.Map;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The prior with what people decided about its weights. */
@Component
class PriorInUse {
  private final Supplier<Map<RankingFeature, Double>> factors;
  private volatile Built built = new Built(Map.of(), new LinearPrior());

  private record Built(Map<RankingFeature, Double> factors, LinearPrior prior) {}

  @Autowired
  PriorInUse(ObjectProvider<ExpertWeights> weights) {
    this(
        () -> {
          var decided = weights.getIfAvailable();
          return decided == null ? Map.of() : decided.factors();
        });
  }

  PriorInUse(Supplier<Map<RankingFeature, Double>> factors) {
    this.factors = factors;
  }

  LinearPrior present() {
    var wanted = factors.get();
    var known = built;
    if (known.factors().equals(wanted)) return known.prior();
    var prior = LinearPrior.decided(wanted);
    built = new Built(Map.copyOf(wanted), prior);
    return prior;
  }
}
