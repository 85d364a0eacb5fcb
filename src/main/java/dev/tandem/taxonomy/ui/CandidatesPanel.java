package dev.tandem.taxonomy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Panel;
import dev.tandem.taxonomy.VocabularyCandidates.Candidate;
import java.util.List;
import java.util.function.Consumer;

/** Names that the library's titles use; each becomes a word only when somebody says so. */
final class CandidatesPanel {
  private CandidatesPanel() {}

  static Panel of(List<Candidate> candidates, Consumer<Candidate> add) {
    return new Panel(
        "Found in your content",
        hint(
            "Names in the titles and folders of your library that are no words yet. Content that"
                + " names them is labelled when it is imported next."),
        rows(candidates, "Add", add));
  }

  static Panel ofCustomers(List<Candidate> customers, Consumer<Candidate> tag) {
    return new Panel(
        "Customers in your case studies",
        hint(
            "Found in titles. A tag with the customer's name lets everybody find all of its"
                + " stories by it."),
        rows(customers, "Tag", tag));
  }

  private static Component hint(String words) {
    var hint = new Paragraph(words);
    hint.addClassName("caption");
    return hint;
  }

  private static Component rows(List<Candidate> candidates, String verb, Consumer<Candidate> add) {
    var rows = new Div();
    rows.addClassName("table-rows");
    candidates.forEach(candidate -> rows.add(row(candidate, verb, add)));
    return rows;
  }

  private static Component row(Candidate candidate, String verb, Consumer<Candidate> add) {
    var name = new Span(candidate.name());
    name.addClassName("row-name");
    var main = new Div(name);
    main.addClassName("row-main");
    var where =
        new Span(
            candidate.titles() == 1
                ? "“" + candidate.example() + "”"
                : Formats.count(candidate.titles())
                    + " titles, such as “"
                    + candidate.example()
                    + "”");
    where.addClassName("caption");
    var button = new Button(verb, click -> add.accept(candidate));
    button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
    button.setAriaLabel(verb + " " + candidate.name());
    var row = new Div(main, where, button);
    row.addClassNames("table-row", "vocabulary-row");
    return row;
  }
}
