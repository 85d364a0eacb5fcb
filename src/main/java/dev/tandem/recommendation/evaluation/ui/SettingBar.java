package dev.tandem.recommendation.evaluation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import dev.tandem.recommendation.evaluation.ui.EvaluationState.Setting;
import java.util.List;
import java.util.function.Consumer;

/** The choice of what stands side by side, with the knobs of a trial where one is chosen. */
final class SettingBar extends Div {
  SettingBar(EvaluationState state, List<Setting> settings, Consumer<EvaluationState> go) {
    addClassName("setting-bar");
    var selects =
        new Div(
            select(
                "Ranking", settings, state.first(), chosen -> go.accept(state.withFirst(chosen))),
            select(
                "Compared with",
                settings,
                state.second(),
                chosen -> go.accept(state.withSecond(chosen))));
    selects.addClassName("report-controls");
    add(selects);
    if (!state.tries()) return;
    var words =
        new Paragraph(
            "How much each part counts in the trial, against the expert weights that ship, and which"
                + " words mean the same. Nothing changes for anybody else.");
    words.addClassName("caption");
    add(
        words,
        new WeightFields(state.trial(), trial -> go.accept(state.with(trial))),
        new SynonymFields(state.synonyms(), synonyms -> go.accept(state.with(synonyms))));
  }

  private static Select<Setting> select(
      String label, List<Setting> settings, Setting now, Consumer<Setting> chosen) {
    var select = new Select<Setting>();
    select.setLabel(label);
    select.addClassName("wide-select");
    select.setItems(settings);
    select.setItemLabelGenerator(Setting::label);
    if (settings.contains(now)) select.setValue(now);
    select.addValueChangeListener(
        change -> {
          if (change.isFromClient() && change.getValue() != null) chosen.accept(change.getValue());
        });
    return select;
  }
}
