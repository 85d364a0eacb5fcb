package dev.tandem.learning;

import dev.tandem.learning.ModelDocument.Trained;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Small models for tests. */
public final class Documents {
  private Documents() {}

  /** A model in which the prior counts as it is, with these effects of assets. */
  public static LearnedModel model(String version, Map<String, Double> assets) {
    return new LearnedModel(document(version, assets, Map.of()), new LinearPrior());
  }

  public static ModelDocument document(
      String version, Map<String, Double> assets, Map<String, Double> typesByStage) {
    return new ModelDocument(
        ModelDocument.FORMAT,
        version,
        RankingFeature.SCHEMA.version(),
        new LinearPrior().version(),
        new Trained(
            Instant.parse("2026-03-02T09:00:00Z"),
            Instant.parse("2026-01-02T09:00:00Z"),
            Instant.parse("2026-03-01T09:00:00Z"),
            100,
            50,
            200,
            30,
            Map.of("features", 0.25, "stages", 0.1, "groups", 0.35, "kin", 0.35),
            0.0),
        new Estimate(1, 0.1),
        Map.of(),
        Map.of(),
        estimates(assets),
        Map.of(),
        estimates(typesByStage),
        Map.of(),
        Map.of(),
        Map.of("deal", List.of(new Estimate(0, 0.1), new Estimate(-0.5, 0.1))));
  }

  private static Map<String, Estimate> estimates(Map<String, Double> means) {
    var estimates = new java.util.TreeMap<String, Estimate>();
    means.forEach((name, mean) -> estimates.put(name, new Estimate(mean, 0.1)));
    return estimates;
  }
}
