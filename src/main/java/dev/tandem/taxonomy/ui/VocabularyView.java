package dev.tandem.taxonomy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.Roles;
import dev.tandem.shared.ui.Badge;
import dev.tandem.shared.ui.EmptyState;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Notices;
import dev.tandem.shared.ui.PageHeader;
import dev.tandem.shared.ui.Panel;
import dev.tandem.shared.ui.SettingsTabs;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.Taxonomy;
import dev.tandem.taxonomy.Taxonomy.KnownTerm;
import dev.tandem.taxonomy.Term;
import dev.tandem.taxonomy.VocabularyCandidates;
import jakarta.annotation.security.RolesAllowed;
import java.util.Locale;
import java.util.Optional;

/** The company's words for personas, industries, products, competitors and regions. */
@Route("settings/vocabulary")
@PageTitle("Vocabulary · Tandem")
@Menu(title = "Vocabulary", order = 94)
@RolesAllowed({Roles.MARKETER, Roles.ADMINISTRATOR})
class VocabularyView extends Div implements AfterNavigationObserver {
  private final transient Taxonomy taxonomy;
  private final transient VocabularyCandidates candidates;
  private final String self;
  private final Div chips = new Div();
  private final Div rows = new Div();
  private final TextField find = new TextField();
  private final Div content = new Div();
  private Dimension dimension = Dimension.PERSONA;

  VocabularyView(Taxonomy taxonomy, VocabularyCandidates candidates, CurrentUser currentUser) {
    this.self = currentUser.require().id().value();
    this.taxonomy = taxonomy;
    this.candidates = candidates;
    addClassNames("view", "settings");
    chips.addClassName("state-chips");
    rows.addClassName("table-rows");
    find.setPlaceholder("Find a word");
    find.setAriaLabel("Find a word");
    find.setClearButtonVisible(true);
    find.setPrefixComponent(VaadinIcon.SEARCH.create());
    find.setValueChangeMode(ValueChangeMode.LAZY);
    find.addValueChangeListener(change -> showRows());
    add(
        new PageHeader(
            "Vocabulary",
            "The words by which content and deals find each other. Other names of the same thing"
                + " count as it: in search, in imports and in deals."),
        new SettingsTabs(),
        chips,
        content);
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    dimension =
        event
            .getLocation()
            .getQueryParameters()
            .getSingleParameter("of")
            .flatMap(VocabularyView::parse)
            .orElse(Dimension.PERSONA);
    show();
  }

  private static Optional<Dimension> parse(String id) {
    for (var each : Dimension.values()) if (each.id().equals(id)) return Optional.of(each);
    return Optional.empty();
  }

  private void show() {
    chips.removeAll();
    for (var each : Dimension.values()) chips.add(chip(each));
    content.removeAll();
    content.add(new Panel(plural(dimension), newTerm(), rows).withActions(find));
    var found = candidates.of(dimension);
    if (!found.isEmpty())
      content.add(CandidatesPanel.of(found, candidate -> learn(candidate.name())));
    if (dimension == Dimension.COMPETITOR) showCustomers();
    showRows();
  }

  /** Beside the other companies that content names. */
  private void showCustomers() {
    var customers = candidates.customers();
    if (!customers.isEmpty())
      content.add(
          CandidatesPanel.ofCustomers(
              customers,
              customer -> {
                int tagged = candidates.tagCustomer(customer.name(), self);
                show();
                Notices.done(
                    Formats.count(tagged, "asset", "assets")
                        + " tagged “"
                        + customer.name()
                        + "”.");
              }));
  }

  private Button chip(Dimension each) {
    var count = new Span(Formats.count(taxonomy.terms(each).size()));
    count.addClassName("state-chip-count");
    var chip =
        new Button(
            new Div(new Span(plural(each)), count),
            click ->
                UI.getCurrent()
                    .navigate("settings/vocabulary", QueryParameters.of("of", each.id())));
    chip.addClassName("state-chip");
    chip.setAriaLabel(plural(each) + ": " + count.getText());
    chip.getElement().setAttribute("aria-pressed", String.valueOf(each == dimension));
    if (each == dimension) chip.addClassName("state-chip-chosen");
    return chip;
  }

  private void showRows() {
    rows.removeAll();
    var wanted = find.getValue().strip().toLowerCase(Locale.ROOT);
    var found =
        taxonomy.terms(dimension).stream()
            .filter(
                known ->
                    (known.term().label() + " " + String.join(" ", known.aliases()))
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
            .toList();
    if (found.isEmpty())
      rows.add(
          new EmptyState(
              VaadinIcon.TAGS,
              wanted.isEmpty() ? "No words yet" : "No such word",
              "Add one above; imports and deals add what they name, too."));
    found.forEach(known -> rows.add(row(known)));
  }

  private Component row(KnownTerm known) {
    var name = new Span(known.term().label());
    name.addClassName("row-name");
    var main = new Div(name);
    main.addClassName("row-main");
    var aliases = new Div();
    aliases.addClassName("badges");
    known.aliases().forEach(alias -> aliases.add(new Badge(alias, Badge.Tone.NEUTRAL)));
    if (known.aliases().isEmpty()) {
      var none = new Span("no other names");
      none.addClassName("caption");
      aliases.add(none);
    }
    var add = new Button("Add a name", click -> askAlias(known.term()));
    add.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
    add.setAriaLabel("Add another name for " + known.term().label());
    var row = new Div(main, aliases, add);
    row.addClassNames("table-row", "vocabulary-row");
    return row;
  }

  private Component newTerm() {
    var name = new TextField();
    name.setAriaLabel("New word");
    name.setPlaceholder("New word");
    name.setMaxLength(120);
    var add =
        new Button(
            "Add",
            click -> {
              var word = name.getValue().strip();
              var known = word.isEmpty() ? null : taxonomy.resolve(dimension, word).orElse(null);
              if (known != null) {
                name.setErrorMessage("“" + word + "” is there already, as " + known.label() + ".");
                name.setInvalid(true);
                return;
              }
              try {
                learn(word);
              } catch (IllegalArgumentException refused) {
                name.setErrorMessage("A word has 1 to 120 characters, with letters or digits.");
                name.setInvalid(true);
              }
            });
    add.addClickShortcut(Key.ENTER).listenOn(name);
    var form = new Div(name, add);
    form.addClassName("inline-form");
    return form;
  }

  private void learn(String word) {
    var term = taxonomy.resolveOrAdd(dimension, word);
    Notices.done("“" + term.label() + "” added.");
    show();
  }

  private void askAlias(Term term) {
    var dialog = new Dialog("Another name for “" + term.label() + "”");
    dialog.setWidth("min(30rem, 96vw)");
    var name = new TextField("Name");
    name.setWidthFull();
    name.setMaxLength(120);
    dialog.add(
        new Paragraph("An abbreviation, the word in another language, how people say it."), name);
    var save =
        new Button(
            "Add",
            click -> {
              var word = name.getValue().strip();
              var known =
                  word.isEmpty() ? null : taxonomy.resolve(term.dimension(), word).orElse(null);
              if (known != null) {
                name.setErrorMessage("“" + word + "” means “" + known.label() + "” already.");
                name.setInvalid(true);
                return;
              }
              try {
                taxonomy.addAlias(term, word);
                dialog.close();
                Notices.done("“" + word + "” now means “" + term.label() + "”.");
                showRows();
              } catch (IllegalArgumentException refused) {
                name.setErrorMessage("A name needs at least one letter or digit.");
                name.setInvalid(true);
              }
            });
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    save.addClickShortcut(Key.ENTER);
    dialog.getFooter().add(new Button("Cancel", click -> dialog.close()), save);
    dialog.open();
    name.focus();
  }

  private static String plural(Dimension dimension) {
    return switch (dimension) {
      case PERSONA -> "Personas";
      case INDUSTRY -> "Industries";
      case PRODUCT -> "Products";
      case COMPETITOR -> "Competitors";
      case REGION -> "Regions";
    };
  }
}
