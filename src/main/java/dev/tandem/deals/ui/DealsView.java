package dev.tandem.deals.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tandem.deals.DealImport;
import dev.tandem.deals.Opportunities;
import dev.tandem.deals.OpportunityQuery;
import dev.tandem.deals.Outcome;
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.Role;
import dev.tandem.identity.User;
import dev.tandem.shared.Filling;
import dev.tandem.shared.ui.EmptyState;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.PageHeader;
import dev.tandem.taxonomy.JourneyStage;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Locale;

/** All deals, or one's own. */
@Route("deals")
@PageTitle("Deals · Tandem")
@Menu(title = "Deals", order = 20, icon = "vaadin:briefcase")
@PermitAll
class DealsView extends Div implements AfterNavigationObserver {
  private final transient Opportunities opportunities;
  private final transient Clock clock;
  private final transient DealImport imports;
  private final transient Filling filling;
  private final boolean mayImport;
  private final transient User user;
  private final Div controls = new Div();
  private final Div content = new Div();
  private DealsState shown = new DealsState(true, Outcome.OPEN, null, "");

  DealsView(
      Opportunities opportunities,
      DealImport imports,
      DealRights rights,
      Filling filling,
      CurrentUser currentUser,
      Clock clock) {
    this.opportunities = opportunities;
    this.clock = clock;
    this.imports = imports;
    this.filling = filling;
    this.mayImport = rights.mayImport();
    this.user = currentUser.require();
    addClassNames("view", "deals-view");
    controls.addClassName("filter-bar");
    controls.getElement().setAttribute("role", "search");
    var add = new Button("New deal", VaadinIcon.PLUS.create(), click -> go("deals/new"));
    add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    var header =
        mayImport
            ? new PageHeader("Deals", "", importButton(), add)
            : new PageHeader("Deals", "", add);
    add(header, controls, content);
  }

  private Component importButton() {
    return new Button(
        "Import CSV",
        VaadinIcon.UPLOAD_ALT.create(),
        click -> new DealImportDialog(imports, () -> show(shown)).open());
  }

  private static void go(String path) {
    UI.getCurrent().navigate(path);
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    var state = DealsState.read(event.getLocation().getQueryParameters(), user.role() == Role.REP);
    boolean typing = controls.getComponentCount() > 0 && state.equals(shown);
    if (!typing) {
      controls.removeAll();
      controls.add(text(state), owner(state), outcome(state), stage(state));
    }
    show(state);
  }

  private void go(DealsState state) {
    UI.getCurrent().navigate("deals", state.write());
  }

  private void show(DealsState state) {
    shown = state;
    content.removeAll();
    var total =
        opportunities.list(state.query(user.id(), OpportunityQuery.Sort.CHANGED, true)).total();
    if (total == 0) {
      content.add(nothing(state));
      return;
    }
    var count = new Span(Formats.count(total, "deal", "deals"));
    count.addClassName("caption");
    count.getElement().setAttribute("aria-live", "polite");
    var list =
        new DealList(
            opportunities,
            clock,
            deal ->
                deal.owner() == null
                    ? "–"
                    : deal.owner().equals(user.id()) ? "You" : deal.owner().value());
    list.show((sort, descending) -> state.query(user.id(), sort, descending));
    content.add(count, list);
  }

  private Component nothing(DealsState state) {
    boolean filtered = !state.text().isBlank() || state.stage() != null;
    if (filtered)
      return new EmptyState(
          VaadinIcon.SEARCH,
          "No deal fits",
          "Try fewer words, another stage, or look at everybody's deals.",
          new Button("Show all deals", click -> go(new DealsState(false, null, null, ""))));
    if (filling.goesOn()) return EmptyState.filling();
    if (state.mine())
      return new EmptyState(
          VaadinIcon.BRIEFCASE,
          "You have no deals here",
          "Deals come from your CRM by import; you can also add one yourself.",
          new Button("Show everybody's", click -> go(state.withMine(false))),
          new Button("New deal", click -> go("deals/new")));
    return new EmptyState(
        VaadinIcon.BRIEFCASE,
        "No deals yet",
        user.role() == Role.REP
            ? "Marketing or an administrator connects the CRM; you can also add one yourself."
            : "Import them as CSV from your CRM, or add the first one by hand.",
        mayImport ? importButton() : new Button("New deal", click -> go("deals/new")));
  }

  private Component text(DealsState state) {
    var field = new TextField();
    field.setPlaceholder("Account, name or id");
    field.setAriaLabel("Find deals by account, name or id");
    field.setPrefixComponent(VaadinIcon.SEARCH.create());
    field.setClearButtonVisible(true);
    field.setValue(state.text());
    field.setValueChangeMode(ValueChangeMode.LAZY);
    field.setValueChangeTimeout(250);
    field.addClassName("filter-text");
    field.addValueChangeListener(
        change -> {
          if (!change.isFromClient()) return;
          shown = shown.withText(change.getValue()); // keeps the field while it is typed in
          go(shown);
        });
    return field;
  }

  private Component owner(DealsState state) {
    var select = new Select<Boolean>();
    select.setAriaLabel("Whose deals");
    select.setItems(true, false);
    select.setItemLabelGenerator(mine -> mine ? "My deals" : "Everybody's deals");
    select.setValue(state.mine());
    select.addValueChangeListener(
        change -> {
          if (change.isFromClient()) go(shown.withMine(change.getValue()));
        });
    return select;
  }

  private Component outcome(DealsState state) {
    var select = new Select<Outcome>();
    select.setAriaLabel("Outcome");
    select.setEmptySelectionAllowed(true);
    select.setEmptySelectionCaption("Any outcome");
    select.setItems(Outcome.values());
    select.setItemLabelGenerator(
        outcome ->
            outcome == null
                ? "Any outcome"
                : outcome.name().charAt(0) + outcome.id().substring(1).toLowerCase(Locale.ROOT));
    select.setValue(state.outcome());
    select.addValueChangeListener(
        change -> {
          if (change.isFromClient()) go(shown.withOutcome(change.getValue()));
        });
    return select;
  }

  private Component stage(DealsState state) {
    var select = new Select<JourneyStage>();
    select.setAriaLabel("The buyer's stage");
    select.setEmptySelectionAllowed(true);
    select.setEmptySelectionCaption("Any stage");
    select.setItems(JourneyStage.values());
    select.setItemLabelGenerator(stage -> stage == null ? "Any stage" : stage.label());
    select.setValue(state.stage());
    select.addValueChangeListener(
        change -> {
          if (change.isFromClient()) go(shown.withStage(change.getValue()));
        });
    return select;
  }
}
