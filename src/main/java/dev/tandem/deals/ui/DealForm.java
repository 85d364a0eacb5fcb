package dev.tandem.deals.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.formlayout.FormLayout.ResponsiveStep;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.tandem.deals.Opportunities;
import dev.tandem.deals.Opportunity;
import dev.tandem.deals.OpportunityId;
import dev.tandem.deals.Outcome;
import dev.tandem.deals.StageMap;
import dev.tandem.identity.User;
import dev.tandem.identity.UserId;
import dev.tandem.shared.Money;
import dev.tandem.shared.ui.DayField;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Taxonomy;
import dev.tandem.taxonomy.Term;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All fields of a deal. */
final class DealForm extends FormLayout {
  private static final int LONGEST_NOTES = 100_000;

  private final TextField id = new TextField("Id in the CRM");
  private final TextField name = new TextField("Name");
  private final TextField account = new TextField("Account");
  private final ComboBox<Term> industry;
  private final TextField companySize = new TextField("Company size");
  private final ComboBox<Term> region;
  private final MultiSelectComboBox<Term> personas;
  private final ComboBox<String> salesStage = new ComboBox<>("Sales stage");
  private final Select<JourneyStage> stage = new Select<>();
  private final MultiSelectComboBox<Term> competitors;
  private final MultiSelectComboBox<Term> products;
  private final BigDecimalField amount = new BigDecimalField("Amount");
  private final TextField currency = new TextField("Currency");
  private final ComboBox<String> owner = new ComboBox<>("Owner");
  private final DatePicker createdOn = new DayField("Created on");
  private final DatePicker closedOn = new DayField("Closed on");
  private final Select<Outcome> outcome = new Select<>();
  private final TextField lossReason = new TextField("Reason for the loss");
  private final TextField leadSource = new TextField("Lead source");
  private final TextArea notes = new TextArea("Notes");
  private final transient @Nullable Opportunity stored;

  /**
   * @param stored null for a new deal
   */
  DealForm(
      @Nullable Opportunity stored,
      Opportunities opportunities,
      Taxonomy taxonomy,
      StageMap stages,
      User user,
      boolean mayReassign) {
    this.stored = stored;
    var terms = new TermFields(taxonomy);
    industry = terms.one("Industry", Dimension.INDUSTRY);
    region = terms.one("Region", Dimension.REGION);
    personas = terms.several("Buying committee", Dimension.PERSONA);
    competitors = terms.several("Competitors", Dimension.COMPETITOR);
    products = terms.several("Products", Dimension.PRODUCT);
    setResponsiveSteps(new ResponsiveStep("0", 1), new ResponsiveStep("34rem", 2));
    name.setRequiredIndicatorVisible(true);
    name.setMaxLength(2000);
    account.setMaxLength(2000);
    id.setMaxLength(200);
    id.setHelperText("Leave empty when it is not in the CRM");
    id.setVisible(stored == null);
    companySize.setPlaceholder("200-1000");
    stage.setLabel("Buyer's stage");
    stage.setItems(JourneyStage.values());
    stage.setEmptySelectionAllowed(true);
    stage.setEmptySelectionCaption("As the sales stage says");
    stage.setItemLabelGenerator(one -> one == null ? "As the sales stage says" : one.label());
    outcome.setLabel("Outcome");
    outcome.setItems(Outcome.values());
    outcome.setItemLabelGenerator(
        one -> one.name().charAt(0) + one.id().substring(1).toLowerCase(Locale.ROOT));
    outcome.addValueChangeListener(
        change -> {
          lossReason.setVisible(change.getValue() == Outcome.LOST);
          closedOn.setVisible(change.getValue() != Outcome.OPEN);
        });
    currency.setMaxLength(3);
    currency.setPlaceholder("EUR");
    notes.setMaxLength(LONGEST_NOTES);
    notes.setMinRows(3);
    notes.setHelperText("Needs, objections, next steps: they steer the recommendations");
    choices(opportunities, stages, user);
    owner.setReadOnly(!mayReassign);
    add(
        name,
        account,
        id,
        salesStage,
        stage,
        amount,
        currency,
        industry,
        companySize,
        region,
        personas,
        competitors,
        products,
        owner,
        outcome,
        closedOn,
        lossReason,
        createdOn,
        leadSource,
        notes);
    for (Component wide : List.of(personas, notes)) setColspan(wide, 2);
    fill(user);
  }

  private void choices(Opportunities opportunities, StageMap stages, User user) {
    salesStage.setItems(
        Stream.concat(
                stages.entries().stream().map(StageMap.Entry::salesStage),
                stages.unmapped().stream().map(StageMap.Unmapped::salesStage))
            .distinct()
            .toList());
    salesStage.setAllowCustomValue(true);
    salesStage.setClearButtonVisible(true);
    salesStage.addCustomValueSetListener(typed -> salesStage.setValue(typed.getDetail().strip()));
    owner.setItems(
        Stream.concat(Stream.of(user.id()), opportunities.owners().stream())
            .map(UserId::value)
            .distinct()
            .toList());
    owner.setAllowCustomValue(true);
    owner.setClearButtonVisible(true);
    owner.addCustomValueSetListener(typed -> owner.setValue(typed.getDetail().strip()));
  }

  private void fill(User user) {
    outcome.setValue(stored == null ? Outcome.OPEN : stored.outcome());
    if (stored == null) {
      owner.setValue(user.id().value());
      currency.setValue("EUR");
      return;
    }
    name.setValue(stored.name());
    account.setValue(text(stored.account()));
    industry.setValue(stored.industry());
    companySize.setValue(text(stored.companySize()));
    region.setValue(stored.region());
    personas.setValue(stored.personas());
    salesStage.setValue(stored.salesStage());
    stage.setValue(stored.stageOverride());
    competitors.setValue(stored.competitors());
    products.setValue(stored.products());
    var money = stored.amount();
    if (money != null) amount.setValue(money.amount());
    currency.setValue(money == null ? "EUR" : money.currency().getCurrencyCode());
    if (stored.owner() != null) owner.setValue(stored.owner().value());
    createdOn.setValue(stored.createdOn());
    closedOn.setValue(stored.closedOn());
    lossReason.setValue(text(stored.lossReason()));
    leadSource.setValue(text(stored.leadSource()));
    notes.setValue(text(stored.notes()));
  }

  /** The deal as it was filled in; empty when a field is wrong, which then says so. */
  Optional<Opportunity> read(java.time.Instant now) {
    boolean right =
        check(name, !name.getValue().isBlank(), "A deal needs a name")
            & check(
                amount,
                amount.getValue() == null || amount.getValue().signum() >= 0,
                "An amount is not negative")
            & check(
                currency,
                amount.getValue() == null || currency(currency.getValue()).isPresent(),
                "A code such as EUR or USD")
            & check(
                owner,
                owner.getValue() == null || userId(owner.getValue()).isPresent(),
                "A sign-in name has no spaces and at most 120 characters")
            & check(
                salesStage,
                salesStage.getValue() == null || salesStage.getValue().length() <= 200,
                "At most 200 characters")
            & check(
                closedOn,
                closedOn.getValue() == null
                    || createdOn.getValue() == null
                    || !closedOn.getValue().isBefore(createdOn.getValue()),
                "Before the deal was created");
    if (right) return Optional.of(deal(now));
    showProblem();
    return Optional.empty();
  }

  /** The button that was pressed stands below; the field in question may be out of sight. */
  private void showProblem() {
    getElement().executeJs("setTimeout(() => this.querySelector('[invalid]')?.focus(), 100)");
  }

  private Opportunity deal(java.time.Instant now) {
    BigDecimal sum = amount.getValue();
    boolean open = outcome.getValue() == Outcome.OPEN;
    return new Opportunity(
        stored != null
            ? stored.id()
            : new OpportunityId(
                id.getValue().isBlank()
                    ? "T-" + UUID.randomUUID().toString().substring(0, 13)
                    : id.getValue()),
        name.getValue().strip(),
        orNull(account.getValue()),
        industry.getValue(),
        orNull(companySize.getValue()),
        region.getValue(),
        List.copyOf(personas.getValue()),
        orNull(salesStage.getValue()),
        stage.getValue(),
        List.copyOf(competitors.getValue()),
        List.copyOf(products.getValue()),
        sum == null ? null : new Money(sum, currency(currency.getValue()).orElseThrow()),
        owner.getValue() == null ? null : userId(owner.getValue()).orElse(null),
        createdOn.getValue(),
        open ? null : closedOn.getValue(),
        outcome.getValue(),
        outcome.getValue() == Outcome.LOST ? orNull(lossReason.getValue()) : null,
        orNull(leadSource.getValue()),
        orNull(notes.getValue()),
        now);
  }

  private static boolean check(HasValidation field, boolean right, String otherwise) {
    field.setErrorMessage(right ? "" : otherwise);
    field.setInvalid(!right);
    return right;
  }

  private static Optional<Currency> currency(String code) {
    try {
      return Optional.of(Currency.getInstance(code.strip().toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  private static Optional<UserId> userId(String text) {
    try {
      return Optional.of(new UserId(text));
    } catch (IllegalArgumentException wrong) {
      return Optional.empty();
    }
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static @Nullable String orNull(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }
}
