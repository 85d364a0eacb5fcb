package dev.tandem.recommendation.evaluation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.formlayout.FormLayout.ResponsiveStep;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.tandem.recommendation.DescribedDeal;
import dev.tandem.recommendation.EvaluationSituation;
import dev.tandem.recommendation.evaluation.JudgedSituations;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Taxonomy;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All of a situation: what is asked, and the deal it is asked for. */
final class SituationDialog extends Dialog {
  private static final int LONGEST_NOTES = 20_000;
  private static final int LONGEST_NAME = 200;

  private final transient Taxonomy taxonomy;
  private final TextArea query = new TextArea("What is asked");
  private final Select<JourneyStage> stage = new Select<>();
  private final ComboBox<String> industry;
  private final ComboBox<String> region;
  private final TextField companySize = new TextField("Company size");
  private final MultiSelectComboBox<String> personas;
  private final MultiSelectComboBox<String> products;
  private final MultiSelectComboBox<String> competitors;
  private final TextArea notes = new TextArea("Notes of the deal");
  private final TextField kind = new TextField("Kind");
  private @Nullable String crmStage;

  interface Kept {
    void accept(String query, DescribedDeal deal, @Nullable String kind);
  }

  SituationDialog(@Nullable EvaluationSituation now, Taxonomy taxonomy, Kept kept) {
    super(now == null ? "New situation" : "Edit " + now.id());
    this.taxonomy = taxonomy;
    setWidth("min(46rem, 96vw)");
    industry = one("Industry", Dimension.INDUSTRY);
    region = one("Region", Dimension.REGION);
    personas = several("Buying committee", Dimension.PERSONA);
    products = several("Products", Dimension.PRODUCT);
    competitors = several("Competitors", Dimension.COMPETITOR);
    query.setMaxLength(JudgedSituations.LONGEST_QUERY);
    query.setHelperText("As a rep would type it; empty for what a deal's page shows by itself");
    stage.setLabel("Buyer's stage");
    stage.setItems(JourneyStage.values());
    stage.setEmptySelectionAllowed(true);
    stage.setItemLabelGenerator(each -> each == null ? "" : each.label());
    notes.setMaxLength(LONGEST_NOTES);
    kind.setMaxLength(LONGEST_NAME);
    kind.setHelperText("Your own word to sort by, such as “pricing”; figures are split by it");
    companySize.setMaxLength(LONGEST_NAME);
    var form = new FormLayout();
    form.setResponsiveSteps(new ResponsiveStep("0", 1), new ResponsiveStep("34rem", 2));
    form.add(query, stage, industry, region, companySize, personas, products, competitors, kind);
    form.add(notes);
    form.setColspan(query, 2);
    form.setColspan(notes, 2);
    add(form);
    if (now != null) fill(now);
    var save = new Button("Save", click -> save(kept));
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    getFooter().add(new Button("Cancel", click -> close()), save);
    query.setAutofocus(true);
  }

  private void save(Kept kept) {
    var deal = deal();
    boolean empty = query.getValue().isBlank() && deal.equals(DescribedDeal.NOTHING);
    query.setErrorMessage("Ask something, or say something of the deal.");
    query.setInvalid(empty);
    if (empty) return;
    close();
    kept.accept(query.getValue().strip(), deal, orNull(kind.getValue()));
  }

  private DescribedDeal deal() {
    return new DescribedDeal(
        industry.getValue(),
        orNull(companySize.getValue()),
        region.getValue(),
        null,
        orNull(personas.getValue()),
        stage.getValue() == null ? crmStage : stage.getValue().id(),
        null,
        orNull(competitors.getValue()),
        orNull(products.getValue()),
        orNull(notes.getValue()));
  }

  private void fill(EvaluationSituation now) {
    var deal = now.deal();
    query.setValue(now.query());
    if (now.kind() != null) kind.setValue(now.kind());
    var stageName = deal.stage();
    if (stageName != null) {
      var known = JourneyStage.parse(stageName);
      if (known.isPresent()) stage.setValue(known.get());
      else keepCrmStage(stageName);
    }
    industry.setValue(deal.industry());
    region.setValue(deal.region());
    if (deal.companySize() != null) companySize.setValue(deal.companySize());
    personas.setValue(both(deal.persona(), deal.personas()));
    products.setValue(both(null, deal.products()));
    competitors.setValue(both(deal.competitor(), deal.competitors()));
    if (deal.notes() != null) notes.setValue(deal.notes());
  }

  private void keepCrmStage(String name) {
    crmStage = name;
    stage.setHelperText("“" + name + "”, as the CRM calls it, while nothing is chosen");
  }

  private static Set<String> both(@Nullable String one, @Nullable List<String> many) {
    var all = new LinkedHashSet<String>();
    if (one != null) all.add(one);
    if (many != null) all.addAll(many);
    return all;
  }

  private ComboBox<String> one(String label, Dimension dimension) {
    var field = new ComboBox<String>(label);
    field.setItems(known(dimension));
    field.setClearButtonVisible(true);
    field.setAllowCustomValue(true);
    field.addCustomValueSetListener(typed -> field.setValue(cut(typed.getDetail())));
    return field;
  }

  private MultiSelectComboBox<String> several(String label, Dimension dimension) {
    var field = new MultiSelectComboBox<String>(label);
    field.setItems(known(dimension));
    field.setClearButtonVisible(true);
    field.setAllowCustomValue(true);
    field.addCustomValueSetListener(
        typed -> {
          var chosen = new LinkedHashSet<>(field.getValue());
          if (!typed.getDetail().isBlank()) chosen.add(cut(typed.getDetail()));
          field.setValue(chosen);
        });
    return field;
  }

  private List<String> known(Dimension dimension) {
    return taxonomy.terms(dimension).stream().map(known -> known.term().label()).toList();
  }

  private static String cut(String typed) {
    var name = typed.strip();
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }

  private static @Nullable String orNull(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static @Nullable List<String> orNull(Set<String> values) {
    return values.isEmpty() ? null : List.copyOf(values);
  }
}
