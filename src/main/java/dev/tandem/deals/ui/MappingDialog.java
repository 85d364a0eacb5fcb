package dev.tandem.deals.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.Scroller;
import dev.tandem.deals.DealReading;
import dev.tandem.deals.crm.CrmField;
import dev.tandem.deals.crm.CrmGateway;
import dev.tandem.deals.crm.CrmRecord;
import dev.tandem.deals.crm.FieldMapping;
import dev.tandem.deals.crm.SyncPreview;
import dev.tandem.deals.crm.SyncSources;
import dev.tandem.shared.ui.Callout;
import dev.tandem.shared.ui.Notices;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which field of the CRM fills which column of a deal, with what it makes of real records. */
final class MappingDialog extends Dialog {
  private static final int SHOWN = 5;

  private final String source;
  private final transient CrmGateway gateway;
  private final transient SyncPreview preview;
  private final transient FieldMapping usual;
  private final transient List<CrmRecord> records;
  private final Map<String, ComboBox<CrmField>> choices = new LinkedHashMap<>();
  private final Div result = new Div();

  /**
   * @throws dev.tandem.deals.crm.CrmFailure when the CRM does not tell its fields
   */
  MappingDialog(
      String source,
      CrmGateway gateway,
      SyncSources sources,
      SyncPreview preview,
      String user,
      Runnable afterwards) {
    super("Mapping of " + source);
    this.source = source;
    this.gateway = gateway;
    this.preview = preview;
    this.usual = new FieldMapping(gateway.usualFields());
    setWidth("min(72rem, 96vw)");
    var fields = gateway.fields();
    var names = fields.stream().map(CrmField::name).collect(Collectors.toSet());
    this.records = preview.records(gateway, new HashSet<>(names), SHOWN);
    var grid = new Div();
    grid.addClassName("mapping-fields");
    var mapping = sources.mapping(source, gateway);
    for (var column : DealReading.columns())
      if (!column.equals("id")) grid.add(choice(column, fields, mapping));
    result.addClassName("mapping-preview");
    result.getElement().setAttribute("aria-live", "polite");
    add(
        new Paragraph(
            "An empty column is not synced: what Tandem knows there stays. A change holds for every"
                + " deal: the next run reads all of them once more."),
        grid,
        result);
    var save =
        new Button(
            "Save",
            click -> {
              sources.choose(source, usual, chosen(), user);
              Notices.done("The mapping of " + source + " is saved.");
              close();
              afterwards.run();
            });
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    getFooter().add(new Button("Cancel", click -> close()), save);
    show();
  }

  private Component choice(String column, List<CrmField> fields, FieldMapping mapping) {
    var choice = new ComboBox<CrmField>(column.replace('_', ' '));
    choice.setItems(fields);
    choice.setItemLabelGenerator(
        field ->
            field.label().equals(field.name())
                ? field.name()
                : field.label() + " (" + field.name() + ")");
    choice.setClearButtonVisible(true);
    choice.setPlaceholder("not synced");
    var now = mapping.fields().get(column);
    if (now != null)
      choice.setValue(
          fields.stream()
              .filter(field -> field.name().equals(now))
              .findFirst()
              .orElseGet(() -> new CrmField(now, now)));
    choice.addValueChangeListener(change -> show());
    choices.put(column, choice);
    return choice;
  }

  private FieldMapping chosen() {
    var fields = new LinkedHashMap<String, String>();
    choices.forEach(
        (column, choice) -> {
          if (choice.getValue() != null) fields.put(column, choice.getValue().name());
        });
    return new FieldMapping(fields);
  }

  private void show() {
    if (choices.size() < DealReading.columns().size() - 1) return; // still being built
    result.removeAll();
    result.add(new H3("What it makes of " + records.size() + " real records"));
    if (records.isEmpty()) {
      result.add(new Paragraph("The CRM has no deal to show."));
      return;
    }
    var table = new Div();
    table.addClassName("mapping-records");
    for (var row : preview.show(source, gateway, chosen(), records)) table.add(card(row));
    result.add(new Scroller(table, Scroller.ScrollDirection.HORIZONTAL));
  }

  private static Component card(SyncPreview.Row row) {
    var card = new Div();
    card.addClassName("mapping-record");
    var id = new Span(row.crmId());
    id.addClassName("row-name");
    card.add(id);
    if (row.problem() != null) card.add(new Callout(row.problem(), "It would not be taken."));
    for (var column : DealReading.columns()) {
      var value = row.cells().getOrDefault(column, "");
      if (column.equals("id") || value.isBlank()) continue;
      var name = new Span(column.replace('_', ' '));
      name.addClassName("caption");
      var text = new Span(value.length() > 120 ? value.substring(0, 120) + "…" : value);
      card.add(new Div(name, text));
    }
    return card;
  }
}
