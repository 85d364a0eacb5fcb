package dev.tandem.recommendation.web;

import dev.tandem.recommendation.DescribedDeal;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What a caller asks; everything may be missing.
 *
 * @param dealId a stored deal; what {@code deal} says goes beyond it
 * @param limit how many items at most, 5 when missing
 * @param surface where they will be shown: search, deal, sidebar or api
 * @param audience {@code buyer} leaves internal content out; missing or {@code internal} brings
 *     both, each marked
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record RecommendationCall(
    @Nullable @Size(max = 200) String dealId,
    @Nullable DescribedDeal deal,
    @Nullable @Size(max = 2000) String query,
    @Nullable @Min(1) @Max(100) Integer limit,
    @Nullable String surface,
    @Nullable String audience) {
  static final int USUAL_LIMIT = 5;
}
