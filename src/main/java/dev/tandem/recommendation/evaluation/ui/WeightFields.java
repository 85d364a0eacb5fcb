package dev.tandem.recommendation.evaluation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import dev.tandem.recommendation.evaluation.WeightGroup;
import dev.tandem.recommendation.evaluation.WeightTrial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** How much each group of weights counts in a trial. */
final class WeightFields extends Div {
  private static final Map<Double, String> FACTORS = new LinkedHashMap<>();

  static {
    FACTORS.put(0.0, "not at all");
    FACTORS.put(0.5, "half");
    FACTORS.put(1.0, "as it is");
    FACTORS.put(1.5, "half more");
    FACTORS.put(2.0, "double");
    FACTORS.put(4.0, "four times");
  }

  WeightFields(WeightTrial trial, Consumer<WeightTrial> changed) {
    addClassName("weight-fields");
    for (var group : WeightGroup.values()) {
      var field = new Select<Double>();
      field.setLabel(group.label());
      field.setItems(List.copyOf(FACTORS.keySet()));
      field.setItemLabelGenerator(factor -> Objects.requireNonNull(FACTORS.get(factor)));
      field.setValue(trial.of(group));
      field.addValueChangeListener(
          change -> {
            if (change.isFromClient() && change.getValue() != null)
              changed.accept(trial.with(group, change.getValue()));
          });
      add(field);
    }
  }

  /** The factor that was written in a URL, if it is one that can be chosen. */
  static Optional<Double> factor(String written) {
    return FACTORS.keySet().stream()
        .filter(factor -> String.valueOf(factor).equals(written))
        .findFirst();
  }
}
