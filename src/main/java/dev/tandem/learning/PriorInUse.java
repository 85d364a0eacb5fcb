package dev.tandem.learning;

import java.util.Map;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The prior with what people decided about its weights. */
@Component
class PriorInUse {
  private final Supplier<Map<RankingFeature, Double>> factors;
  private volatile Built built = new Built(Map.of(), new LinearPrior());

  private record Built(Map<RankingFeature, Double> factors, LinearPrior prior) {}

  @Autowired
  PriorInUse(ObjectProvider<ExpertWeights> weights) {
    this(factors(SingletonSupplier.ofNullable(weights::getIfAvailable)));
  }

  PriorInUse(Supplier<Map<RankingFeature, Double>> factors) {
    this.factors = factors;
  }

  /** Asked for each candidate of each request, so the bean is looked up once. */
  private static Supplier<Map<RankingFeature, Double>> factors(Supplier<ExpertWeights> weights) {
    return () -> {
      var decided = weights.get();
      return decided == null ? Map.of() : decided.factors();
    };
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
