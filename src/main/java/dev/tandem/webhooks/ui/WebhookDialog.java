package dev.tandem.webhooks.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import dev.tandem.shared.ui.SecretDialog;
import dev.tandem.webhooks.WebhookEvent.Type;
import dev.tandem.webhooks.Webhooks;
import dev.tandem.webhooks.Webhooks.Change;
import dev.tandem.webhooks.Webhooks.Creation;
import dev.tandem.webhooks.Webhooks.Subscription;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks whom to tell of what, for a new webhook or a known one. */
final class WebhookDialog extends Dialog {
  private final transient Webhooks webhooks;
  private final transient @Nullable Subscription known;
  private final transient Runnable done;
  private final TextField address = new TextField("Address");
  private final CheckboxGroup<Type> events = new CheckboxGroup<>("Tell it when");

  WebhookDialog(Webhooks webhooks, @Nullable Subscription known, Runnable done) {
    super(known == null ? "New webhook" : "Edit webhook");
    this.webhooks = webhooks;
    this.known = known;
    this.done = done;
    setWidth("min(34rem, 96vw)");
    address.setPlaceholder("https://hooks.example.com/tandem");
    address.setHelperText("It gets a POST with JSON and a signature (Standard Webhooks).");
    address.setMaxLength(1_000);
    address.setWidthFull();
    events.setItems(Type.subscribable());
    events.setItemLabelGenerator(type -> EventWords.of(type) + " (" + type.id() + ")");
    events.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
    events.setValue(known == null ? Set.of(Type.ASSET_PUBLISHED) : known.types());
    if (known != null) address.setValue(known.address());
    var form = new Div(address, events);
    form.addClassName("stack");
    add(form);
    var save = new Button(known == null ? "Create webhook" : "Save", click -> save());
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    getFooter().add(new Button("Cancel", click -> close()), save);
    addOpenedChangeListener(change -> address.focus());
  }

  private void save() {
    events.setInvalid(events.getValue().isEmpty());
    events.setErrorMessage("Choose at least one.");
    if (events.isInvalid()) return;
    var wanted = address.getValue().strip();
    if (known == null) create(wanted);
    else change(known, wanted);
  }

  private void create(String wanted) {
    switch (webhooks.create(wanted, events.getValue())) {
      case Creation.Created created -> {
        end();
        new SecretDialog(
                "The secret of this webhook",
                "Secret",
                created.secret(),
                "The receiver checks the signature with it. Copy it now: it is shown this once.")
            .open();
      }
      case Creation.Refused(var reason) -> refuse(reason);
    }
  }

  private void change(Subscription one, String wanted) {
    switch (webhooks.change(one.id(), wanted, events.getValue(), one.paused())) {
      case Change.Changed changed -> end();
      case Change.Refused(var reason) -> refuse(reason);
      case Change.Missing missing -> refuse("this webhook was deleted meanwhile");
    }
  }

  private void end() {
    close();
    done.run();
  }

  private void refuse(String reason) {
    address.setErrorMessage(
        reason.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + reason.substring(1) + ".");
    address.setInvalid(true);
  }
}
