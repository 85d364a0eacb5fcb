package dev.tandem.recommendation.evaluation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.tandem.search.SynonymChanges;
import java.util.List;
import java.util.function.Consumer;

/** Which words mean the same in a trial, beside those of the index folder: a group a line. */
final class SynonymFields extends Div {
  private final TextArea added;
  private final TextArea removed;

  SynonymFields(SynonymChanges now, Consumer<SynonymChanges> changed) {
    addClassName("synonym-fields");
    added = area("These mean the same as well", "go live, launch, rollout", now.added());
    removed = area("These no longer mean the same", "demo, product tour", now.removed());
    added.setHelperText("One group a line, separated by commas.");
    removed.setHelperText("Names of a shipped group that shall not find each other.");
    for (var area : new TextArea[] {added, removed})
      area.addValueChangeListener(
          change -> {
            if (change.isFromClient()) read(area, changed);
          });
    add(added, removed);
  }

  private void read(TextArea edited, Consumer<SynonymChanges> changed) {
    try {
      var changes = SynonymChanges.parse(added.getValue(), removed.getValue());
      added.setInvalid(false);
      removed.setInvalid(false);
      changed.accept(changes);
    } catch (IllegalArgumentException notUnderstood) {
      edited.setErrorMessage(notUnderstood.getMessage());
      edited.setInvalid(true);
    }
  }

  private static TextArea area(String label, String example, List<String> groups) {
    var area = new TextArea(label);
    area.setPlaceholder(example);
    area.setValue(String.join("\n", groups));
    area.setValueChangeMode(ValueChangeMode.ON_CHANGE);
    area.setMaxLength(4_000);
    return area;
  }
}
