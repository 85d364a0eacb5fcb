package dev.tandem.taxonomy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.Role;
import dev.tandem.identity.User;
import dev.tandem.identity.Users;
import dev.tandem.shared.ui.Badge;
import dev.tandem.shared.ui.EmptyState;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Notices;
import dev.tandem.shared.ui.PageHeader;
import dev.tandem.taxonomy.Glossary;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.StaleWordException;
import dev.tandem.taxonomy.Term;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What both teams call things, and how that changed. */
@Route("glossary")
@PageTitle("Glossary · Tandem")
@Menu(title = "Glossary", order = 38, icon = "vaadin:book")
@PermitAll
class GlossaryView extends Div {
  private final transient Glossary glossary;
  private final transient Users users;
  private final transient User user;
  private final Div rows = new Div();

  GlossaryView(Glossary glossary, Users users, CurrentUser currentUser) {
    this.users = users;
    this.glossary = glossary;
    this.user = currentUser.require();
    addClassNames("view", "glossary-view");
    rows.addClassName("table-rows");
    var add = new Button("New word", VaadinIcon.PLUS.create(), click -> edit(null));
    add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    var title = "Glossary";
    var words =
        "What sales and marketing both mean by a word. Its other names find the same in search, and"
            + " the definition is shown wherever the word stands.";
    add(mayEdit() ? new PageHeader(title, words, add) : new PageHeader(title, words), rows);
    show();
  }

  private boolean mayEdit() {
    return user.role() != Role.REP;
  }

  private void show() {
    rows.removeAll();
    var entries = glossary.entries();
    if (entries.isEmpty())
      rows.add(
          mayEdit()
              ? new EmptyState(
                  VaadinIcon.BOOK,
                  "No words yet",
                  "Begin with the one you argue about most: what is a qualified lead?",
                  new Button("Write the first one", click -> edit(null)))
              : new EmptyState(
                  VaadinIcon.BOOK,
                  "No words yet",
                  "Marketing writes down here what both teams mean by a word."));
    entries.forEach(each -> rows.add(row(each)));
  }

  private Component row(Glossary.Entry entry) {
    var name = new Span(entry.term());
    name.addClassName("row-name");
    var meaning = new Paragraph(entry.definition());
    meaning.addClassName("request-need");
    var facts =
        new Span(
            (entry.synonyms().isEmpty()
                    ? ""
                    : "also: " + String.join(", ", entry.synonyms()) + " · ")
                + "version "
                + entry.version()
                + ", "
                + users.nameOf(entry.changedBy())
                + ", "
                + Formats.day(entry.changedAt()));
    facts.addClassName("caption");
    var main = new Div(name, meaning, facts);
    var stage = entry.stage();
    if (stage != null) {
      var badges = new Div(new Badge("stage: " + stage.label(), Badge.Tone.ACCENT));
      badges.addClassName("badges");
      main.add(badges);
    }
    main.addClassNames("row-main", "upkeep-words");
    var actions = new Div(small("History", "of " + entry.term(), () -> history(entry)));
    if (mayEdit()) {
      actions.add(small("Change", entry.term(), () -> edit(entry)));
      actions.add(small("Retire", entry.term(), () -> retire(entry)));
    }
    var row = new Div(main, actions);
    row.addClassNames("table-row", "request-row", "word-row");
    return row;
  }

  private static Button small(String words, String about, Runnable act) {
    var button = new Button(words, click -> act.run());
    button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
    button.setAriaLabel(words + " " + about);
    return button;
  }

  private void retire(Glossary.Entry entry) {
    try {
      glossary.retireAt(entry.id(), entry.version(), user.id());
    } catch (StaleWordException stale) {
      show();
      Notices.failed("Not retired: " + stale.getMessage() + ". Look at it again.");
      return;
    }
    show();
    Notices.done(
        "“" + entry.term() + "” is not used any more.",
        () -> {
          glossary.define(
              entry.term(), entry.definition(), entry.synonyms(), entry.stage(), user.id());
          show();
        });
  }

  private void history(Glossary.Entry entry) {
    var dialog = new Dialog("“" + entry.term() + "” over time");
    dialog.setWidth("min(36rem, 96vw)");
    var list = new OrderedList();
    list.getElement().setAttribute("reversed", true); // the newest first, each by its version
    list.addClassName("request-history");
    for (var version : glossary.history(entry.id())) {
      var words =
          version.inUse()
              ? version.definition()
                  + (version.synonyms().isEmpty()
                      ? ""
                      : " (also: " + String.join(", ", version.synonyms()) + ")")
                  + (version.stage() == null ? "" : " · stage: " + version.stage().label())
              : "not used any more";
      var who =
          new Span(
              "version "
                  + version.version()
                  + ", "
                  + users.nameOf(version.changedBy())
                  + ", "
                  + Formats.moment(version.changedAt()));
      who.addClassName("caption");
      list.add(new ListItem(new Span(words), who));
    }
    dialog.add(list);
    dialog.getFooter().add(new Button("Close", click -> dialog.close()));
    dialog.open();
  }

  private void edit(Glossary.@Nullable Entry entry) {
    var dialog = new Dialog(entry == null ? "New word" : "Change “" + entry.term() + "”");
    dialog.setWidth("min(36rem, 96vw)");
    var term = new TextField("Word");
    term.setWidthFull();
    term.setMaxLength(120);
    term.setErrorMessage("Which word? It needs a letter or a digit.");
    var definition = new TextArea("What it means");
    definition.setWidthFull();
    definition.setMinRows(3);
    definition.setMaxLength(2_000);
    definition.setErrorMessage("What does it mean?");
    var synonyms = new TextField("Other names, with commas between them");
    synonyms.setWidthFull();
    var stage = new Select<JourneyStage>();
    stage.setLabel("Where the CRM calls a stage so: the stage of the journey");
    stage.setItems(JourneyStage.values());
    stage.setItemLabelGenerator(each -> each == null ? "No stage of the CRM" : each.label());
    stage.setEmptySelectionAllowed(true);
    stage.setEmptySelectionCaption("No stage of the CRM");
    stage.setHelperText("The stage map then reads the word and its other names so.");
    stage.setWidthFull();
    if (entry != null) {
      stage.setValue(entry.stage());
      term.setValue(entry.term());
      term.setReadOnly(true);
      definition.setValue(entry.definition());
      synonyms.setValue(String.join(", ", entry.synonyms()));
    }
    var conflict = new Conflict(entry, users);
    var save = new Button("Save");
    save.addClickListener(
        click -> {
          term.setInvalid(Term.normalize(term.getValue()).isEmpty());
          definition.setInvalid(definition.getValue().isBlank());
          if (term.isInvalid()) term.focus();
          else if (definition.isInvalid()) definition.focus();
          if (term.isInvalid() || definition.isInvalid()) return;
          try {
            List<String> names = Arrays.asList(synonyms.getValue().split(",", -1));
            glossary.defineAt(
                term.getValue(),
                conflict.version(),
                definition.getValue(),
                names,
                stage.getValue(),
                user.id());
            dialog.close();
            Notices.done("Saved; it holds for both teams from now on.");
            show();
          } catch (StaleWordException stale) {
            conflict.tell(stale.now());
            save.setText("Save mine over it");
            show();
          } catch (IllegalArgumentException wrong) {
            Notices.failed("This cannot be kept: " + wrong.getMessage() + ".");
          }
        });
    if (entry == null)
      term.addValueChangeListener(
          change -> {
            conflict.forget();
            save.setText("Save");
          });
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    dialog.add(conflict, term, definition, synonyms, stage);
    dialog.getFooter().add(new Button("Cancel", click -> dialog.close()), save);
    dialog.open();
    if (entry == null) term.focus();
    else definition.focus();
  }
}
