package dev.tandem.deals.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.tandem.deals.crm.CrmConnection;
import dev.tandem.deals.crm.CrmConnection.Secrets;
import dev.tandem.deals.crm.SyncSources;
import java.net.URI;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Connects a CRM, or changes how; secrets are entered here and never shown again. */
final class ConnectionDialog extends Dialog {
  private static final String HUBSPOT = "hubspot";
  private static final String SALESFORCE = "salesforce";

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
    type.setItems(HUBSPOT, SALESFORCE);
    type.setItemLabelGenerator(id -> id.equals(HUBSPOT) ? "HubSpot" : "Salesforce");
    type.addValueChangeListener(change -> show(change.getValue()));
    url.setPlaceholder("https://yourdomain.my.salesforce.com");
    zone.setItems(ZoneId.getAvailableZoneIds().stream().sorted().toList());
    var words =
        new Paragraph(
            "Secrets are kept encrypted and never shown again. How to make them in the CRM stands in"
                + " docs/connecting.md.");
    var form = new Div(type, name, url, token, clientId, clientSecret, zone, writeBack, words);
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
    writeBack.setValue(now.writeBack());
    token.setPlaceholder("unchanged");
    clientSecret.setPlaceholder("unchanged");
  }

  private void show(String chosen) {
    boolean salesforce = chosen.equals(SALESFORCE);
    token.setVisible(!salesforce);
    url.setVisible(salesforce);
    clientId.setVisible(salesforce);
    clientSecret.setVisible(salesforce);
    if (!known && (name.getValue().equals(HUBSPOT) || name.getValue().equals(SALESFORCE)))
      name.setValue(chosen);
  }

  private void save() {
    boolean salesforce = type.getValue().equals(SALESFORCE);
    url.setErrorMessage("The address of your organisation, beginning with https://.");
    url.setInvalid(salesforce && !url.getValue().strip().startsWith("https://"));
    clientId.setErrorMessage("The connected app shows it.");
    clientId.setInvalid(salesforce && clientId.getValue().isBlank());
    zone.setErrorMessage("Choose the one the CRM's people work in.");
    zone.setInvalid(zone.getValue() == null);
    if (url.isInvalid() || clientId.isInvalid() || zone.isInvalid()) return;
    CrmConnection wanted;
    try {
      wanted =
          new CrmConnection(
              name.getValue().strip(),
              type.getValue(),
              salesforce ? URI.create(url.getValue().strip()) : null,
              salesforce ? clientId.getValue().strip() : null,
              ZoneId.of(zone.getValue()),
              writeBack.getValue());
    } catch (IllegalArgumentException wrong) {
      var field = name.getValue().strip().matches("[A-Za-z0-9-]+") ? url : name;
      field.setErrorMessage(String.valueOf(wrong.getMessage()));
      field.setInvalid(true);
      return;
    }
    var entered =
        salesforce
            ? new Secrets(null, clientSecret.getValue())
            : new Secrets(token.getValue(), null);
    var refusal = sources.connect(wanted, entered, known);
    if (refusal.isEmpty()) {
      close();
      done.run();
      return;
    }
    var field = salesforce ? clientSecret : token;
    field.setErrorMessage(refusal.get());
    field.setInvalid(true);
  }
}
