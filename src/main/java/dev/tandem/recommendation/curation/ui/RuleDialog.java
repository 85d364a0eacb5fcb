package dev.tandem.recommendation.curation.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.formlayout.FormLayout.ResponsiveStep;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetFilter;
import dev.tandem.library.AssetListing;
import dev.tandem.library.Assets;
import dev.tandem.library.LifecycleState;
import dev.tandem.recommendation.curation.CurationDesk;
import dev.tandem.recommendation.curation.CurationDesk.Written;
import dev.tandem.recommendation.curation.CurationRule;
import dev.tandem.recommendation.curation.CurationRule.Kind;
import dev.tandem.recommendation.curation.CurationRule.Wanted;
import dev.tandem.shared.ui.DayField;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Taxonomy;
import dev.tandem.taxonomy.Term;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One rule: what is done with which asset, for whom, how long and why. */
final class RuleDialog extends Dialog {
  private static final int USUAL_DAYS = 30;

  private final transient CurationDesk desk;
  private final transient @Nullable Long itself;
  private final ComboBox<Asset> asset = new ComboBox<>("Content");
  private final Select<Kind> kind = new Select<>();
  private final NumberField points = new NumberField("By how many points");
  private final Select<JourneyStage> stage = new Select<>();
  private final ComboBox<String> industry;
  private final ComboBox<String> persona;
  private final ComboBox<String> product;
  private final ComboBox<String> region;
  private final ComboBox<String> team = new ComboBox<>("Team of the rep");
  private final DatePicker from = new DayField("From");
  private final DatePicker until = new DayField("Until, included");
  private final TextField reason = new TextField("Reason");
  private final Paragraph problem = new Paragraph();
  private final Div conflicts = new Div();

  /**
   * @param now the rule that is to be replaced, null for a new one
   * @param kept what to do with a rule that makes sense
   */
  RuleDialog(
      @Nullable CurationRule now,
      CurationDesk desk,
      Assets assets,
      AssetListing library,
      Taxonomy taxonomy,
      Consumer<Wanted> kept) {
    super(now == null ? "New rule" : "Edit the rule");
    this.desk = desk;
    this.itself = now == null ? null : now.id();
    addClassName("rule-dialog");
    setWidth("min(46rem, 96vw)");
    industry = one("Industry", Dimension.INDUSTRY, taxonomy);
    persona = one("Buying committee", Dimension.PERSONA, taxonomy);
    product = one("Product", Dimension.PRODUCT, taxonomy);
    region = one("Region", Dimension.REGION, taxonomy);
    choices(library);
    texts();
    var form = new FormLayout();
    form.setResponsiveSteps(new ResponsiveStep("0", 1), new ResponsiveStep("34rem", 2));
    form.add(asset, kind, points, stage, industry, persona, product, region, team, from, until);
    form.add(reason);
    form.setColspan(asset, 2);
    form.setColspan(team, 2);
    form.setColspan(reason, 2);
    problem.addClassName("form-problem");
    problem.getElement().setAttribute("role", "alert");
    problem.setVisible(false);
    conflicts.addClassName("rule-conflicts");
    conflicts.getElement().setAttribute("aria-live", "polite");
    add(form, conflicts, problem);
    if (now == null) start();
    else fill(now.wanted(), assets);
    var save = new Button("Save", click -> read().ifPresent(wanted -> keep(wanted, kept)));
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    getFooter().add(new Button("Cancel", click -> close()), save);
    look();
  }

  RuleDialog about(Asset chosen) {
    asset.setValue(chosen);
    return this;
  }

  private void choices(AssetListing library) {
    asset.setItemLabelGenerator(each -> each.title().value());
    asset.setItems(
        query ->
            library
                .page(published(query.getFilter().orElse("")), query.getOffset(), query.getLimit())
                .stream(),
        query -> library.count(published(query.getFilter().orElse(""))));
    asset.setRequiredIndicatorVisible(true);
    kind.setLabel("What happens to it");
    kind.setItems(Kind.values());
    kind.setItemLabelGenerator(RuleDialog::words);
    kind.addValueChangeListener(change -> points.setVisible(change.getValue() != Kind.PIN));
    points.setMin(Wanted.LEAST_POINTS);
    points.setMax(Wanted.MOST_POINTS);
    points.setStep(0.1);
    points.setStepButtonsVisible(true);
    points.setHelperText("0.1 to 2; 1 is a difference that a seller would notice");
    stage.setLabel("Buyer's stage");
    stage.setItems(JourneyStage.values());
    stage.setEmptySelectionAllowed(true);
    stage.setEmptySelectionCaption("Any");
    stage.setItemLabelGenerator(each -> each == null ? "Any" : each.label());
    team.setItems(desk.teams());
    team.setClearButtonVisible(true);
    team.setPlaceholder("Any");
    for (var field : List.of(industry, persona, product, region, team))
      field.addValueChangeListener(change -> look());
    asset.addValueChangeListener(change -> look());
    stage.addValueChangeListener(change -> look());
    kind.addValueChangeListener(change -> look());
    from.addValueChangeListener(change -> look());
    until.addValueChangeListener(change -> look());
  }

  private void texts() {
    reason.setMaxLength(Wanted.LONGEST_REASON);
    reason.setRequiredIndicatorVisible(true);
    reason.setHelperText("Reps read it on the card, with your name");
    until.setHelperText("At most a year");
    from.setRequiredIndicatorVisible(true);
    until.setRequiredIndicatorVisible(true);
  }

  private static AssetFilter published(String text) {
    return new AssetFilter(
        LifecycleState.PUBLISHED, null, null, null, false, text, AssetFilter.Order.TITLE);
  }

  private static String words(Kind kind) {
    return switch (kind) {
      case PIN -> "Pin: first of what may be shown";
      case BOOST -> "Boost: further up";
      case BURY -> "Bury: further down";
    };
  }

  private static ComboBox<String> one(String label, Dimension dimension, Taxonomy taxonomy) {
    var field = new ComboBox<String>(label);
    field.setItems(taxonomy.terms(dimension).stream().map(each -> each.term().label()).toList());
    field.setClearButtonVisible(true);
    field.setPlaceholder("Any");
    return field;
  }

  private void start() {
    kind.setValue(Kind.PIN);
    points.setValue(1.0);
    from.setValue(desk.today());
    until.setValue(desk.today().plusDays(USUAL_DAYS));
  }

  private void fill(Wanted wanted, Assets assets) {
    assets.find(wanted.asset()).ifPresent(asset::setValue);
    kind.setValue(wanted.kind());
    points.setValue(wanted.kind() == Kind.PIN ? 1.0 : wanted.points());
    var segment = wanted.segment();
    stage.setValue(segment.stage());
    set(industry, segment.industry());
    set(persona, segment.persona());
    set(product, segment.product());
    set(region, segment.region());
    if (segment.team() != null) team.setValue(segment.team());
    var today = desk.today();
    from.setValue(wanted.from().isBefore(today) ? today : wanted.from());
    until.setValue(wanted.until());
    reason.setValue(wanted.reason());
  }

  private static void set(ComboBox<String> field, @Nullable Term term) {
    if (term != null) field.setValue(term.label());
  }

  private Wanted wanted(String why) {
    var chosen = asset.getValue();
    var at = stage.getValue();
    return desk.read(
        new Written(
            chosen == null ? null : chosen.id().value(),
            kind.getValue() == null ? null : kind.getValue().id(),
            points.getValue(),
            at == null ? null : at.id(),
            industry.getValue(),
            persona.getValue(),
            product.getValue(),
            region.getValue(),
            team.getValue(),
            day(from.getValue()),
            day(until.getValue()),
            why));
  }

  private static @Nullable String day(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }

  private Optional<Wanted> read() {
    try {
      var wanted = wanted(reason.getValue());
      problem.setVisible(false);
      return Optional.of(wanted);
    } catch (IllegalArgumentException wrong) {
      say(wrong);
      return Optional.empty();
    }
  }

  private void keep(Wanted wanted, Consumer<Wanted> kept) {
    try {
      kept.accept(wanted);
      close();
    } catch (IllegalArgumentException wrong) {
      say(wrong);
    }
  }

  /** Beside the field that it is about, if it is about one; what else is missing is marked, too. */
  private void say(IllegalArgumentException wrong) {
    var text = String.valueOf(wrong.getMessage());
    int colon = text.indexOf(": ");
    var field = colon < 0 ? null : field(text.substring(0, colon));
    for (var each : List.<HasValidation>of(asset, points, from, until, reason))
      each.setInvalid(false);
    if (asset.isEmpty()) needed(asset);
    if (reason.getValue().isBlank()) needed(reason);
    if (field != null) {
      var what = text.substring(colon + 2);
      field.setErrorMessage(what.equals("missing") ? "Needed." : sentence(what));
      field.setInvalid(true);
    }
    problem.setText(sentence(text));
    problem.setVisible(field == null);
  }

  private static void needed(HasValidation field) {
    field.setErrorMessage("Needed.");
    field.setInvalid(true);
  }

  private @Nullable HasValidation field(String name) {
    return switch (name) {
      case "asset" -> asset;
      case "points" -> points;
      case "from" -> from;
      case "until" -> until;
      case "reason" -> reason;
      default -> null;
    };
  }

  private static String sentence(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ENGLISH) + text.substring(1) + ".";
  }

  /** Shows at once which other rules it would meet. */
  private void look() {
    conflicts.removeAll();
    try {
      for (var conflict : desk.conflicts(wanted("not written yet"), itself))
        conflicts.add(
            new Paragraph(
                "Meets rule %d (%s): %s."
                    .formatted(
                        conflict.with().id(),
                        conflict.with().wanted().kind().id(),
                        conflict.words())));
    } catch (IllegalArgumentException incomplete) {
      // said when it is saved
    }
    conflicts.setVisible(conflicts.getComponentCount() > 0);
  }
}
