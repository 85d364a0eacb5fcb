package dev.tandem.recommendation.evaluation.ui;

import com.vaadin.flow.router.QueryParameters;
import dev.tandem.recommendation.evaluation.Ranker;
import dev.tandem.recommendation.evaluation.WeightGroup;
import dev.tandem.recommendation.evaluation.WeightTrial;
import dev.tandem.search.SynonymChanges;
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
 * @param synonyms the changed synonyms, used likewise
 */
record EvaluationState(Setting first, Setting second, WeightTrial trial, SynonymChanges synonyms) {
  private static final String NOTHING = "none";

  /** A ranker, or the expert weights and synonyms as they are changed for a trial. */
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
      return this == TRIAL ? "changed settings (trial)" : ranker.label();
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
   * @param present what answers requests at present; a trial starts from it
   */
  static EvaluationState read(QueryParameters parameters, Present present) {
    return new EvaluationState(
        setting(parameters, "a").orElse(Setting.of(present.ranker())),
        setting(parameters, "b").orElse(Setting.HYBRID),
        parameters.getParameters("w").isEmpty()
            ? present.weights()
            : new WeightTrial(factors(parameters.getParameters("w"))),
        parameters.getParameters("same").isEmpty() && parameters.getParameters("apart").isEmpty()
            ? present.synonyms()
            : synonyms(parameters));
  }

  /** What answers requests. */
  record Present(Ranker ranker, WeightTrial weights, SynonymChanges synonyms) {}

  private static SynonymChanges synonyms(QueryParameters parameters) {
    try {
      return new SynonymChanges(
          groups(parameters.getParameters("same")), groups(parameters.getParameters("apart")));
    } catch (IllegalArgumentException malformed) {
      return SynonymChanges.NONE;
    }
  }

  private static List<String> groups(List<String> written) {
    return written.stream().filter(each -> !each.equals(NOTHING)).toList();
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
    if (tries()) {
      values.put("w", weights.isEmpty() ? List.of(NOTHING) : weights);
      values.put("same", synonyms.added().isEmpty() ? List.of(NOTHING) : synonyms.added());
      if (!synonyms.removed().isEmpty()) values.put("apart", synonyms.removed());
    }
    return new QueryParameters(values);
  }

  EvaluationState withFirst(Setting changed) {
    return new EvaluationState(changed, second, trial, synonyms);
  }

  EvaluationState withSecond(Setting changed) {
    return new EvaluationState(first, changed, trial, synonyms);
  }

  EvaluationState with(WeightTrial changed) {
    return new EvaluationState(first, second, changed, synonyms);
  }

  EvaluationState with(SynonymChanges changed) {
    return new EvaluationState(first, second, trial, changed);
  }

  boolean tries() {
    return first == Setting.TRIAL || second == Setting.TRIAL;
  }
}
