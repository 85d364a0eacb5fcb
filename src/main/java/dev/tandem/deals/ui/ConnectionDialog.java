package dev.tandem.deals.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.tandem.deals.crm.CrmConnection;
import dev.tandem.deals.crm.CrmConnection.Secrets;
import dev.tandem.deals.crm.SyncSources;
import dev.tandem.deals.crm.WrittenShape;
import java.net.URI;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Connects a CRM, or changes how; secrets are entered here and never shown again. */
final class ConnectionDialog extends Dialog {
  private static final String HUBSPOT = "hubspot";
  private static final String SALESFORCE = "salesforce";
  private static final String FOLDER = "folder";
  private static final String REST = "rest";
  private static final Map<String, String> NAMES =
      Map.of(
          HUBSPOT,
          "HubSpot",
          SALESFORCE,
          "Salesforce",
          FOLDER,
          "CSV files in a folder",
          REST,
          "Another CRM, by its REST interface");

  private final transient SyncSources sources;
  private final transient Runnable done;
  private final boolean known;
  private final TextField name = new TextField("Name");
  private final Select<String> type = new Select<>();
  private final TextField url = new TextField("Address");
  private final PasswordField token = new PasswordField("Token of the private app");
  private final TextField clientId = new TextField("Consumer key (client id)");
  private final PasswordField clientSecret = new PasswordField("Consumer secret");
  private final ComboBox<String> zone = new ComboBox<>("Time zone of its days");
  private final TextArea shape = new TextArea("How it is asked");
  private final Paragraph folder = new Paragraph();
  private final Paragraph words =
      new Paragraph(
          "Secrets are kept encrypted and never shown again. How to make them in the CRM stands in"
              + " docs/connecting.md.");
  private final Checkbox writeBack = new Checkbox("Note what was sent on the deal in the CRM");

  ConnectionDialog(SyncSources sources, @Nullable CrmConnection now, Runnable done) {
    super(now == null ? "Connect a CRM" : "Connection of " + now.name());
    this.sources = sources;
    this.done = done;
    known = now != null;
    setWidth("min(34rem, 96vw)");
    name.setHelperText("Letters, digits and hyphens; it stands on this page.");
    name.setMaxLength(60);
    type.setLabel("CRM");
    type.setItems(HUBSPOT, SALESFORCE, REST, FOLDER);
    type.setItemLabelGenerator(id -> NAMES.getOrDefault(id, id));
    type.addValueChangeListener(change -> show(change.getValue()));
    name.addValueChangeListener(change -> showFolder());
    shape.setHelperText(
        "In the words of docs/connecting.md, as below rest: there; EspoCRM is the example.");
    shape.setValue(WrittenShape.EXAMPLE);
    shape.addClassName("written-shape");
    shape.setMinRows(8);
    shape.setMaxLength(20_000);
    zone.setItems(ZoneId.getAvailableZoneIds().stream().sorted().toList());
    var form =
        new Div(
            type, name, url, token, clientId, clientSecret, shape, folder, zone, writeBack, words);
    form.addClassName("stack");
    add(form);
    fill(now);
    var save = new Button(known ? "Save" : "Connect", click -> save());
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    getFooter().add(new Button("Cancel", click -> close()), save);
  }

  private void fill(@Nullable CrmConnection now) {
    type.setReadOnly(known);
    name.setReadOnly(known);
    type.setValue(now == null ? HUBSPOT : now.type());
    zone.setValue((now == null ? ZoneId.systemDefault() : now.zone()).getId());
    name.setValue(now == null ? HUBSPOT : now.name());
    if (now == null) return;
    if (now.url() != null) url.setValue(now.url().toString());
    if (now.clientId() != null) clientId.setValue(now.clientId());
    if (now.shape() != null) shape.setValue(now.shape());
    writeBack.setValue(now.writeBack());
    token.setPlaceholder("unchanged");
    clientSecret.setPlaceholder("unchanged");
  }

  private void show(String chosen) {
    boolean salesforce = chosen.equals(SALESFORCE);
    boolean rest = chosen.equals(REST);
    token.setVisible(chosen.equals(HUBSPOT) || rest);
    token.setLabel(rest ? "Token, where it wants one" : "Token of the private app");
    url.setVisible(salesforce || rest);
    url.setPlaceholder(rest ? "https://crm.example.com" : "https://yourdomain.my.salesforce.com");
    clientId.setVisible(salesforce);
    clientSecret.setVisible(salesforce);
    shape.setVisible(rest);
    folder.setVisible(chosen.equals(FOLDER));
    writeBack.setVisible(!rest && !chosen.equals(FOLDER));
    words.setVisible(!chosen.equals(FOLDER));
    if (!known && NAMES.containsKey(name.getValue())) name.setValue(chosen);
    showFolder();
  }

  private void showFolder() {
    folder.setText(
        "Files go into data/sync/%s of Tandem's home, where only people of the server can put them. Their columns are those of the import of deals, or any others: choose them under Mapping."
            .formatted(name.getValue().strip()));
  }

  private void save() {
    var chosen = type.getValue();
    boolean salesforce = chosen.equals(SALESFORCE);
    boolean rest = chosen.equals(REST);
    boolean addressed = salesforce || rest;
    url.setErrorMessage(
        (rest ? "Where the CRM answers" : "The address of your organisation")
            + ", beginning with https://.");
    url.setInvalid(addressed && !url.getValue().strip().startsWith("https://"));
    clientId.setErrorMessage("The connected app shows it.");
    clientId.setInvalid(salesforce && clientId.getValue().isBlank());
    zone.setErrorMessage("Choose the one the CRM's people work in.");
    zone.setInvalid(zone.getValue() == null);
    shape.setInvalid(false);
    if (rest) check();
    if (url.isInvalid() || clientId.isInvalid() || zone.isInvalid() || shape.isInvalid()) return;
    CrmConnection wanted;
    try {
      wanted =
          new CrmConnection(
              name.getValue().strip(),
              chosen,
              addressed ? URI.create(url.getValue().strip()) : null,
              salesforce ? clientId.getValue().strip() : null,
              ZoneId.of(zone.getValue()),
              writeBack.isVisible() && writeBack.getValue(),
              rest ? shape.getValue() : null);
    } catch (IllegalArgumentException wrong) {
      var field = name.getValue().strip().matches("[A-Za-z0-9-]+") && addressed ? url : name;
      field.setErrorMessage(String.valueOf(wrong.getMessage()));
      field.setInvalid(true);
      return;
    }
    var entered =
        switch (chosen) {
          case SALESFORCE -> new Secrets(null, clientSecret.getValue());
          case FOLDER -> new Secrets(null, null);
          default -> new Secrets(token.getValue(), null);
        };
    var refusal = sources.connect(wanted, entered, known);
    if (refusal.isEmpty()) {
      close();
      done.run();
      return;
    }
    var why = refusal.get();
    switch (chosen) {
      case SALESFORCE -> refuse(clientSecret, why);
      case FOLDER -> refuse(name, why);
      case REST -> refuse(why.startsWith("Enter the secret") ? token : shape, why);
      default -> refuse(token, why);
    }
  }

  private void check() {
    try {
      var _ = WrittenShape.read(shape.getValue());
    } catch (IllegalArgumentException wrong) {
      refuse(shape, String.valueOf(wrong.getMessage()));
    }
  }

  private static void refuse(HasValidationProperties field, String why) {
    field.setErrorMessage(why);
    field.setInvalid(true);
  }
}
