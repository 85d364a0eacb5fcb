package dev.tandem.webhooks.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tandem.identity.Roles;
import dev.tandem.shared.ui.EmptyState;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.PageHeader;
import dev.tandem.shared.ui.SettingsTabs;
import dev.tandem.webhooks.Webhooks;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;

/** Which programs are told what happens here, and how that goes. */
@Route("settings/webhooks")
@PageTitle("Webhooks · Tandem")
@Menu(title = "Webhooks", order = 92.7)
@RolesAllowed(Roles.ADMINISTRATOR)
class WebhooksView extends Div {
  private static final int POLL_MILLIS = 3_000;

  private final transient Webhooks webhooks;
  private final transient List<WebhookPanel> panels = new ArrayList<>();
  private final Div all = new Div();

  WebhooksView(Webhooks webhooks) {
    this.webhooks = webhooks;
    addClassNames("view", "settings");
    all.addClassName("stack");
    var add = new Button("New webhook", VaadinIcon.PLUS.create(), click -> askNew());
    add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add(
        new PageHeader(
            "Webhooks",
            "Other programs are told at once what happens here: signed, tried again when they do"
                + " not answer, and sent once more when you say so. What was delivered or given up"
                + " is kept here for "
                + Formats.count(webhooks.kept().toDays(), "day", "days")
                + ".",
            add),
        new SettingsTabs(),
        all);
    show();
  }

  private void askNew() {
    new WebhookDialog(webhooks, null, this::show).open();
  }

  private void show() {
    panels.clear();
    all.removeAll();
    for (var one : webhooks.all()) panels.add(new WebhookPanel(one, webhooks, this::show));
    panels.forEach(all::add);
    if (panels.isEmpty())
      all.add(
          new EmptyState(
              VaadinIcon.BELL_O,
              "Nobody is told yet",
              "A webhook calls an https address when an asset is published or expires, a request is"
                  + " delivered, a buyer looks at what was sent, or a model is put to use.",
              new Button("New webhook", click -> askNew())));
  }

  @Override
  protected void onAttach(AttachEvent event) {
    event.getUI().setPollInterval(POLL_MILLIS);
    var registration = event.getUI().addPollListener(poll -> panels.forEach(WebhookPanel::refresh));
    addDetachListener(detach -> registration.remove());
  }

  @Override
  protected void onDetach(DetachEvent event) {
    event.getUI().setPollInterval(-1);
  }
}
