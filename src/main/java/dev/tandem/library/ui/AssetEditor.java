package dev.tandem.library.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetEdit;
import dev.tandem.library.Label;
import dev.tandem.shared.Money;
import dev.tandem.shared.ui.DayField;
import dev.tandem.taxonomy.Audience;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Taxonomy;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Changes what is said about an asset; only what was really changed counts as a decision. */
final class AssetEditor extends Dialog {
  private final AssetView view;
  private final Asset asset;
  private final TextField title = new TextField("Title");
  private final TextArea description = new TextArea("Description");
  private final ComboBox<ContentType> type = WordFields.type();
  private final MultiSelectComboBox<JourneyStage> stages = WordFields.stages();
  private final Map<Dimension, MultiSelectComboBox<String>> terms = new EnumMap<>(Dimension.class);
  private final Select<Audience> audience = new Select<>();
  private final ComboBox<String> language = WordFields.language();
  private final ComboBox<String> owner;
  private final TextField author = new TextField("Author");
  private final TextField url = new TextField("Link");
  private final DatePicker publishedOn = date("Published on");
  private final DatePicker reviewBy = date("Review by");
  private final DatePicker expiresOn = date("Expires on");
  private final BigDecimalField cost = new BigDecimalField("Cost");
  private final TextField currency = new TextField("Currency");
  private final MultiSelectComboBox<String> tags;

  AssetEditor(AssetView view, Asset asset, List<String> owners, Taxonomy taxonomy) {
    super("Edit “" + asset.title().value() + "”");
    this.view = view;
    this.asset = asset;
    owner = WordFields.owner(owners);
    tags = WordFields.words("Tags", asset.tags());
    for (var dimension : Dimension.values())
      terms.put(dimension, WordFields.terms(taxonomy, dimension));
    audience.setLabel("Audience");
    audience.setItems(Audience.values());
    audience.setItemLabelGenerator(AssetMarks::audience);
    title.setMaxLength(500);
    title.setRequiredIndicatorVisible(true);
    description.setMaxLength(4_000);
    description.setMinRows(3);
    currency.setHelperText("Three letters, such as EUR");
    currency.setMaxLength(3);
    fill();
    setWidth("min(58rem, 96vw)");
    addClassName("asset-editor");
    var form = new Div(wide(title), wide(description), type, stages);
    form.addClassName("form-grid");
    terms.values().forEach(form::add);
    form.add(audience, language, owner, author, publishedOn, reviewBy, expiresOn);
    form.add(cost, currency, wide(url), wide(tags));
    add(form);
    var save = new Button("Save", click -> save());
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    getFooter().add(new Button("Cancel", click -> close()), save);
  }

  private static DatePicker date(String label) {
    var picker = new DayField(label);
    picker.setClearButtonVisible(true);
    return picker;
  }

  private static <C extends com.vaadin.flow.component.Component> C wide(C field) {
    field.addClassName("form-wide");
    return field;
  }

  private void fill() {
    title.setValue(asset.title().value());
    description.setValue(asset.description().value());
    type.setValue(asset.type().value());
    stages.setValue(new LinkedHashSet<>(asset.stages().stream().map(Label::value).toList()));
    terms.forEach((dimension, field) -> field.setValue(new LinkedHashSet<>(names(dimension))));
    audience.setValue(asset.audience().value());
    language.setValue(asset.language().value());
    owner.setValue(asset.owner());
    author.setValue(Objects.requireNonNullElse(asset.author(), ""));
    url.setValue(Objects.requireNonNullElse(asset.url(), ""));
    publishedOn.setValue(asset.publishedOn());
    reviewBy.setValue(asset.reviewBy());
    expiresOn.setValue(asset.expiresOn());
    var amount = asset.cost();
    cost.setValue(amount == null ? null : amount.amount());
    currency.setValue(amount == null ? "EUR" : amount.currency().getCurrencyCode());
    tags.setValue(new LinkedHashSet<>(asset.tags()));
  }

  private List<String> names(Dimension dimension) {
    return asset.terms(dimension).stream().map(term -> term.value().label()).toList();
  }

  private void save() {
    var edits = edits();
    if (edits == null) return;
    close();
    view.edit(asset, edits, "Saved. Imports keep what you decided.");
  }

  /** Null when a field was refused and says why. */
  private @Nullable List<AssetEdit> edits() {
    var edits = new ArrayList<AssetEdit>();
    boolean good =
        read(
            title,
            () ->
                changed(
                    edits,
                    title.getValue().strip(),
                    asset.title().value(),
                    () -> new AssetEdit.Title(title.getValue())));
    good &=
        read(
            url,
            () -> changed(edits, orNull(url), asset.url(), () -> new AssetEdit.Url(orNull(url))));
    good &=
        read(
            currency,
            () -> changed(edits, money(), asset.cost(), () -> new AssetEdit.Cost(money())));
    if (language.getValue() != null)
      changed(
          edits,
          language.getValue(),
          asset.language().value(),
          () -> new AssetEdit.Language(language.getValue()));
    if (type.getValue() != null)
      changed(
          edits, type.getValue(), asset.type().value(), () -> new AssetEdit.Type(type.getValue()));
    changed(
        edits,
        description.getValue().strip(),
        asset.description().value(),
        () -> new AssetEdit.Description(description.getValue().strip()));
    changed(
        edits,
        audience.getValue(),
        asset.audience().value(),
        () -> new AssetEdit.ForAudience(audience.getValue()));
    changed(edits, owner.getValue(), asset.owner(), () -> new AssetEdit.Owner(owner.getValue()));
    changed(edits, orNull(author), asset.author(), () -> new AssetEdit.Author(orNull(author)));
    changed(
        edits,
        publishedOn.getValue(),
        asset.publishedOn(),
        () -> new AssetEdit.PublishedOn(publishedOn.getValue()));
    changed(
        edits,
        reviewBy.getValue(),
        asset.reviewBy(),
        () -> new AssetEdit.ReviewBy(reviewBy.getValue()));
    changed(
        edits,
        expiresOn.getValue(),
        asset.expiresOn(),
        () -> new AssetEdit.ExpiresOn(expiresOn.getValue()));
    var stagesNow = asset.stages().stream().map(Label::value).toList();
    if (!stages.getValue().equals(Set.copyOf(stagesNow)))
      edits.add(new AssetEdit.Stages(List.copyOf(stages.getValue())));
    if (!tags.getValue().equals(Set.copyOf(asset.tags())))
      edits.add(new AssetEdit.Tags(List.copyOf(tags.getValue())));
    terms.forEach(
        (dimension, field) -> {
          if (!field.getValue().equals(Set.copyOf(names(dimension))))
            edits.add(new AssetEdit.Terms(dimension, List.copyOf(field.getValue())));
        });
    return good ? edits : null;
  }

  private @Nullable Money money() {
    if (cost.getValue() == null) return null;
    try {
      var unit = Currency.getInstance(currency.getValue().strip().toUpperCase(Locale.ROOT));
      var now = asset.cost();
      var entered = new Money(cost.getValue(), unit);
      boolean same =
          now != null
              && now.currency().equals(unit)
              && now.amount().compareTo(entered.amount()) == 0;
      return same ? now : entered;
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException("a currency has three letters, such as EUR", unknown);
    }
  }

  private static @Nullable String orNull(TextField field) {
    return field.getValue().isBlank() ? null : field.getValue().strip();
  }

  private static void changed(
      List<AssetEdit> edits,
      @Nullable Object value,
      @Nullable Object before,
      Supplier<AssetEdit> edit) {
    if (!Objects.equals(value, before)) edits.add(edit.get());
  }

  private static boolean read(HasValidation field, Runnable reading) {
    try {
      field.setInvalid(false);
      reading.run();
      return true;
    } catch (IllegalArgumentException refused) {
      field.setErrorMessage(String.valueOf(refused.getMessage()));
      field.setInvalid(true);
      return false;
    }
  }
}
