package dev.tandem.library.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import dev.tandem.library.AssetStatus;
import dev.tandem.library.manifest.GivenValues;
import dev.tandem.shared.ui.DayField;
import dev.tandem.taxonomy.Audience;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Taxonomy;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of everything that is brought in next; all of it may stay empty. */
final class ImportDetails extends Div {
  private final ComboBox<ContentType> type = WordFields.type();
  private final MultiSelectComboBox<JourneyStage> stages = WordFields.stages();
  private final Map<Dimension, MultiSelectComboBox<String>> terms = new EnumMap<>(Dimension.class);
  private final Select<Audience> audience = new Select<>();
  private final Select<AssetStatus> status = new Select<>();
  private final ComboBox<String> owner;
  private final DatePicker reviewBy = new DayField("Review by");
  private final DatePicker expiresOn = new DayField("Expires on");
  private final MultiSelectComboBox<String> tags = WordFields.words("Tags", List.of());
  private volatile GivenValues given = GivenValues.NONE;

  ImportDetails(Taxonomy taxonomy, List<String> owners) {
    addClassName("form-grid");
    owner = WordFields.owner(owners);
    type.setClearButtonVisible(true);
    stages.setClearButtonVisible(true);
    audience.setLabel("Audience");
    audience.setItems(Audience.values());
    audience.setItemLabelGenerator(
        it -> it == null ? "Read from the text" : AssetMarks.audience(it));
    audience.setEmptySelectionAllowed(true);
    audience.setEmptySelectionCaption("Read from the text");
    audience.setPlaceholder("Read from the text");
    status.setLabel("State");
    status.setItems(AssetStatus.PUBLISHED, AssetStatus.DRAFT);
    status.setItemLabelGenerator(it -> it == AssetStatus.DRAFT ? "Draft" : "Published");
    status.setValue(AssetStatus.PUBLISHED);
    add(type, stages, audience, status, owner, reviewBy, expiresOn);
    for (var dimension : Dimension.values()) {
      var field = WordFields.terms(taxonomy, dimension);
      terms.put(dimension, field);
      add(field);
    }
    add(tags);
    getChildren()
        .forEach(
            field -> {
              if (field instanceof AbstractField<?, ?> each)
                each.addValueChangeListener(change -> given = read(null, null));
            });
    given = read(null, null);
  }

  /** As the form stands; may be asked by any thread. */
  GivenValues given() {
    return given;
  }

  /** The form with what is special about a link. */
  GivenValues read(@Nullable String title, @Nullable String url) {
    var words = new EnumMap<Dimension, List<String>>(Dimension.class);
    terms.forEach((dimension, field) -> words.put(dimension, List.copyOf(field.getValue())));
    var name = owner.getValue();
    return new GivenValues(
        title,
        null,
        type.getValue(),
        List.copyOf(stages.getValue()),
        words,
        null,
        audience.getValue(),
        status.getValue(),
        url,
        name == null || name.isBlank() ? null : name,
        null,
        null,
        reviewBy.getValue(),
        expiresOn.getValue(),
        null,
        List.copyOf(tags.getValue()));
  }
}
