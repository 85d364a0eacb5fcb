package dev.tandem.recommendation.evaluation.ui;

import com.vaadin.flow.router.QueryParameters;
import dev.tandem.recommendation.evaluation.Ranker;
import dev.tandem.recommendation.evaluation.WeightGroup;
import dev.tandem.recommendation.evaluation.WeightTrial;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which two settings stand side by side, as it stands in the URL; what is missing or malformed
 * takes its default.
 *
 * @param trial the changed weights, used where a setting is {@link Setting#TRIAL}
 */
record EvaluationState(Setting first, Setting second, WeightTrial trial) {

  /** A ranker, or the expert weights as they are changed for a trial. */
  enum Setting {
    PRIOR(Ranker.PRIOR),
    LEARNED(Ranker.LEARNED),
    TEXT(Ranker.TEXT),
    DENSE(Ranker.DENSE),
    HYBRID(Ranker.HYBRID),
    TRIAL(Ranker.PRIOR);

    private final Ranker ranker;

    Setting(Ranker ranker) {
      this.ranker = ranker;
    }

    Ranker ranker() {
      return ranker;
    }

    String label() {
      return this == TRIAL ? "changed weights (trial)" : ranker.label();
    }

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Setting> parse(String id) {
      for (var each : values()) if (each.id().equals(id)) return Optional.of(each);
      return Optional.empty();
    }

    static Setting of(Ranker ranker) {
      return valueOf(ranker.name());
    }
  }

  /**
   * @param inUse what answers requests at present
   */
  static EvaluationState read(QueryParameters parameters, Ranker inUse) {
    return new EvaluationState(
        setting(parameters, "a").orElse(Setting.of(inUse)),
        setting(parameters, "b").orElse(Setting.HYBRID),
        new WeightTrial(factors(parameters.getParameters("w"))));
  }

  private static Optional<Setting> setting(QueryParameters parameters, String name) {
    return parameters.getSingleParameter(name).flatMap(Setting::parse);
  }

  private static EnumMap<WeightGroup, Double> factors(List<String> written) {
    var factors = new EnumMap<WeightGroup, Double>(WeightGroup.class);
    for (var each : written) {
      int colon = each.indexOf(':');
      if (colon < 0) continue;
      for (var group : WeightGroup.values())
        if (group.name().equalsIgnoreCase(each.substring(0, colon)))
          WeightFields.factor(each.substring(colon + 1))
              .ifPresent(factor -> factors.put(group, factor));
    }
    return factors;
  }

  QueryParameters write() {
    var values = new LinkedHashMap<String, List<String>>();
    values.put("a", List.of(first.id()));
    values.put("b", List.of(second.id()));
    var weights =
        trial.factors().entrySet().stream()
            .map(each -> each.getKey().name().toLowerCase(Locale.ROOT) + ":" + each.getValue())
            .toList();
    if (!weights.isEmpty()) values.put("w", weights);
    return new QueryParameters(values);
  }

  EvaluationState withFirst(Setting changed) {
    return new EvaluationState(changed, second, trial);
  }

  EvaluationState withSecond(Setting changed) {
    return new EvaluationState(first, changed, trial);
  }

  EvaluationState with(WeightTrial changed) {
    return new EvaluationState(first, second, changed);
  }

  boolean tries() {
    return first == Setting.TRIAL || second == Setting.TRIAL;
  }
}
