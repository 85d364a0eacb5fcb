package dev.tandem.insight.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A report as it leaves the API.
 *
 * @param metricsVersion of the definitions of its figures, see {@code /api/v1/insight/metrics}
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record ReportJson(
    String report,
    Instant from,
    Instant to,
    int metricsVersion,
    String attribution,
    int windowDays,
    @Nullable Double halfLifeDays,
    String caveat,
    List<Map<String, @Nullable Object>> rows) {
  static final String CAVEAT =
      "Deals, differences and revenue are associations under the named rules, not effects.";
}
