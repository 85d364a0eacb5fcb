package dev.tandem.deals.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.Taxonomy;
import dev.tandem.taxonomy.Term;
import java.util.LinkedHashSet;
import java.util.List;

/** Fields for a company's own words: what is known is offered, a new word may be typed. */
final class TermFields {
  private final Taxonomy taxonomy;

  TermFields(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
  }

  ComboBox<Term> one(String label, Dimension dimension) {
    var field = new ComboBox<Term>(label);
    field.setItems(known(dimension));
    field.setItemLabelGenerator(Term::label);
    field.setClearButtonVisible(true);
    field.setAllowCustomValue(true);
    field.addCustomValueSetListener(
        typed -> {
          if (fits(typed.getDetail())) field.setValue(term(dimension, typed.getDetail()));
        });
    return field;
  }

  MultiSelectComboBox<Term> several(String label, Dimension dimension) {
    var field = new MultiSelectComboBox<Term>(label);
    field.setItems(known(dimension));
    field.setItemLabelGenerator(Term::label);
    field.setClearButtonVisible(true);
    field.setAllowCustomValue(true);
    field.addCustomValueSetListener(
        typed -> {
          if (!fits(typed.getDetail())) return;
          var chosen = new LinkedHashSet<>(field.getValue());
          chosen.add(term(dimension, typed.getDetail()));
          field.setValue(chosen);
        });
    return field;
  }

  private List<Term> known(Dimension dimension) {
    return taxonomy.terms(dimension).stream().map(Taxonomy.KnownTerm::term).toList();
  }

  private Term term(Dimension dimension, String name) {
    return taxonomy.resolve(dimension, name).orElseGet(() -> new Term(dimension, name));
  }

  private static boolean fits(String name) {
    return !name.isBlank() && name.strip().length() <= 120;
  }
}
