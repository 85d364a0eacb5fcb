package dev.tandem.learning.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import dev.tandem.learning.Estimate;
import dev.tandem.learning.ModelDocument;
import dev.tandem.shared.ui.Panel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is preferred at a stage, in an industry, by a member of the committee. */
final class PreferencesPanel {
  private static final int MOST_SEGMENTS = 5, MOST_OF_ONE = 3;

  private PreferencesPanel() {}

  static Component of(ModelDocument document) {
    var sentence =
        new Paragraph(
            "Odds of being used against the same type elsewhere, with the range that is sure to"
                + " 95 %; what may be chance is left out, the surest comes first.");
    return new Panel(
        "Strongest preferences",
        part("By stage", document.typesByStage()),
        part("By industry", document.typesByIndustry()),
        part("By member of the committee", document.typesByPersona()),
        sentence);
  }

  private static Component part(String title, Map<String, Estimate> effects) {
    var segments = new LinkedHashMap<String, List<String>>();
    Words.surest(effects)
        .forEach(
            effect -> {
              var group = Words.group(effect.getKey());
              if (segments.size() == MOST_SEGMENTS && !segments.containsKey(group)) return;
              var of = segments.computeIfAbsent(group, none -> new ArrayList<>());
              if (of.size() < MOST_OF_ONE)
                of.add(Words.type(effect.getKey()) + " " + Words.times(effect.getValue()));
            });
    var list = new DescriptionList();
    list.addClassName("facts");
    segments.forEach((group, types) -> LearningView.fact(list, group, String.join("\n", types)));
    if (segments.isEmpty())
      LearningView.fact(
          list,
          "Nothing surely",
          "not enough data yet in any of %d seen".formatted(effects.size()));
    return new Div(new H3(title), list);
  }
}
