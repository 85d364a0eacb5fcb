package dev.tandem.learning;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Carries what was learned around one set of expert weights over to another. A learned value is the
 * mean of what the expert said and what the log said, by how sure each was. So when the expert says
 * something else, it moves by the expert's share: where there was no evidence the change counts in
 * full, and where there was much of it next to nothing. Exact for the Gaussian approximation whose
 * features are independent; the next training does without it.
 */
final class Anchoring {
  private Anchoring() {}

  /** The weights that a model was learned around; null where nobody knows them any more. */
  static @Nullable Map<String, Double> before(ModelDocument document) {
    if (document.priorWeights() != null) return document.priorWeights();
    var shipped = new LinearPrior();
    return document.prior().equals(shipped.version()) ? shipped.weights() : null;
  }

  /** What is to be added, by feature, to {@code temperature × the weight that holds now}. */
  static Map<String, Estimate> features(
      ModelDocument document, Map<String, Double> before, Map<String, Double> now) {
    double prior = document.trained().shrinkage().getOrDefault("features", 0.0);
    var moved = new TreeMap<>(document.features());
    now.forEach(
        (feature, weight) -> {
          var learned = moved.get(feature);
          if (learned == null) return; // nothing was seen of it: the change counts in full
          double change = weight - before.getOrDefault(feature, weight);
          double expert = prior > 0 ? Math.min(1, Math.pow(learned.sd() / prior, 2)) : 1;
          double back = (1 - expert) * document.temperature().mean() * change;
          moved.put(feature, new Estimate(learned.mean() - back, learned.sd()));
        });
    return moved;
  }
}
