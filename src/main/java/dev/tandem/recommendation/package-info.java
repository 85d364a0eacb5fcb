/**
 * Chooses the few assets a seller should see for one deal. A request flows through {@code
 * CandidateSources → FeatureExtractor → Reranker → SlatePolicy} and leaves as a {@link
 * dev.tandem.recommendation.Slate}.
 */
@ApplicationModule(
    allowedDependencies = {
      "encoder",
      "search",
      "requests",
      "library",
      "library :: ui",
      "deals",
      "deals :: ui",
      "learning",
      "learning :: experiments",
      "feedback",
      "identity",
      "taxonomy",
      "api",
      "shared",
      "database"
    })
@NullMarked
package dev.tandem.recommendation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
