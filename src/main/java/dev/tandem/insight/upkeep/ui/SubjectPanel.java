package dev.tandem.insight.upkeep.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import dev.tandem.identity.CurrentUser;
import dev.tandem.insight.upkeep.SubjectChanges;
import dev.tandem.shared.ui.DayField;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Notices;
import dev.tandem.shared.ui.Panel;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.Taxonomy;
import dev.tandem.taxonomy.Term;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Where marketers note that a product or a competitor changed. */
@Service
class SubjectPanel {
  private final SubjectChanges changes;
  private final Taxonomy taxonomy;
  private final CurrentUser currentUser;
  private final Clock clock;

  SubjectPanel(SubjectChanges changes, Taxonomy taxonomy, CurrentUser currentUser, Clock clock) {
    this.changes = changes;
    this.taxonomy = taxonomy;
    this.currentUser = currentUser;
    this.clock = clock;
  }

  Component panel() {
    var rows = new Div();
    rows.addClassName("table-rows");
    show(rows);
    var words =
        new Paragraph(
            "Content about it that was not changed since then is put on the list to review. Release"
                + " notes of a product count by themselves.");
    words.addClassName("caption");
    return new Panel("A product or competitor changed", words, form(rows), rows);
  }

  private Component form(Div rows) {
    var subject = new ComboBox<Term>("Product or competitor");
    subject.setItems(
        Stream.of(Dimension.PRODUCT, Dimension.COMPETITOR)
            .flatMap(each -> taxonomy.terms(each).stream())
            .map(Taxonomy.KnownTerm::term)
            .toList());
    subject.setItemLabelGenerator(term -> term.label() + " (" + term.dimension().id() + ")");
    var on = new DayField("Since");
    on.setValue(LocalDate.now(clock));
    on.setMax(LocalDate.now(clock));
    var note = new TextField("What changed");
    note.setMaxLength(500);
    var add =
        new Button(
            "Note it",
            click -> {
              var day = on.getValue();
              subject.setErrorMessage("Choose one.");
              subject.setInvalid(subject.getValue() == null);
              on.setErrorMessage("A day up to today.");
              on.setInvalid(day == null || day.isAfter(LocalDate.now(clock)));
              note.setErrorMessage("A few words.");
              note.setInvalid(note.getValue().isBlank());
              if (subject.isInvalid() || on.isInvalid() || note.isInvalid()) return;
              changes.note(subject.getValue(), day, note.getValue(), currentUser.require().id());
              note.clear();
              Notices.done("Noted; the list to review has what it concerns.");
              show(rows);
            });
    var form = new Div(subject, on, note, add);
    form.addClassNames("inline-form", "request-rule");
    return form;
  }

  private void show(Div rows) {
    rows.removeAll();
    List<SubjectChanges.Change> all = changes.all();
    for (var change : all) {
      var name = new Span(change.subject().label() + ": " + change.note());
      var facts = new Span("since " + Formats.day(change.on()) + ", noted by " + change.notedBy());
      facts.addClassName("caption");
      var main = new Div(name, facts);
      main.addClassNames("row-main", "upkeep-words");
      var remove =
          new Button(
              "Remove",
              click -> {
                changes.remove(change.id());
                show(rows);
              });
      remove.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
      remove.setAriaLabel("Remove " + change.note());
      var row = new Div(main, remove);
      row.addClassNames("table-row", "request-row");
      rows.add(row);
    }
  }
}
