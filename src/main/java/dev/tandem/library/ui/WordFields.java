package dev.tandem.library.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Taxonomy;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/** Fields for labels: what is known is offered, a word of one's own may be typed. */
final class WordFields {
  private static final List<String> LANGUAGES =
      List.of(
          "en", "de", "fr", "es", "it", "pt", "nl", "da", "sv", "no", "fi", "pl", "cs", "hu", "ro",
          "tr", "el", "uk", "ja", "ko", "zh", "ar", "he", "hi", "und");

  private WordFields() {}

  static MultiSelectComboBox<String> terms(Taxonomy taxonomy, Dimension dimension) {
    return words(
        AssetMarks.plural(dimension),
        taxonomy.terms(dimension).stream().map(known -> known.term().label()).toList());
  }

  /** A list of words, known ones offered. */
  static MultiSelectComboBox<String> words(String label, Collection<String> known) {
    var field = new MultiSelectComboBox<String>(label);
    field.setItems(known);
    field.setClearButtonVisible(true);
    field.setAllowCustomValue(true);
    field.addCustomValueSetListener(
        typed -> {
          var word = typed.getDetail().strip();
          if (word.isEmpty() || word.length() > 120) return;
          var chosen = new LinkedHashSet<>(field.getValue());
          chosen.add(word);
          field.setValue(chosen);
        });
    return field;
  }

  static ComboBox<ContentType> type() {
    var field = new ComboBox<ContentType>("Type");
    field.setItems(ContentType.values());
    field.setItemLabelGenerator(ContentType::label);
    return field;
  }

  static MultiSelectComboBox<JourneyStage> stages() {
    var field = new MultiSelectComboBox<JourneyStage>("Stages");
    field.setItems(JourneyStage.values());
    field.setItemLabelGenerator(JourneyStage::label);
    field.setHelperText("Of the buyer's journey; the main one first");
    return field;
  }

  static ComboBox<String> owner(List<String> owners) {
    var field = new ComboBox<String>("Owner");
    field.setItems(owners);
    field.setAllowCustomValue(true);
    field.addCustomValueSetListener(typed -> field.setValue(typed.getDetail().strip()));
    field.setClearButtonVisible(true);
    return field;
  }

  static ComboBox<String> language() {
    var field = new ComboBox<String>("Language");
    field.setItems(LANGUAGES);
    field.setItemLabelGenerator(AssetMarks::language);
    return field;
  }
}
