package dev.tandem.deals.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import dev.tandem.deals.crm.SyncPreview;
import dev.tandem.deals.crm.SyncSources;
import dev.tandem.deals.crm.SyncWork;
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.Roles;
import dev.tandem.shared.ui.EmptyState;
import dev.tandem.shared.ui.PageHeader;
import dev.tandem.shared.ui.SettingsTabs;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;

/** How the deals of each CRM come in: the last run, what could not be taken, the mapping. */
@Route("settings/sync")
@RouteAlias("sync")
@PageTitle("CRM sync · Tandem")
@Menu(title = "CRM sync", order = 96)
@RolesAllowed(Roles.ADMINISTRATOR)
class SyncView extends Div {
  private static final int POLL_MILLIS = 2_000;

  private final transient List<SyncPanel> panels = new ArrayList<>();

  SyncView(SyncSources sources, SyncWork work, SyncPreview preview, CurrentUser currentUser) {
    addClassNames("view", "settings");
    var connect = new Button("Connect a CRM", VaadinIcon.PLUS.create(), click -> connect(sources));
    add(
        new PageHeader(
            "CRM sync",
            "Deals come in by themselves, only what changed, and nothing is typed twice. Tandem"
                + " reads the CRM; it needs no way in from outside.",
            connect),
        new SettingsTabs());
    if (sources.names().isEmpty()) {
      add(
          new EmptyState(
              VaadinIcon.EXCHANGE,
              "No CRM is connected yet",
              "HubSpot, Salesforce, other CRMs by their REST interface, and a folder for CSV files"
                  + " are connected here, or by an operator in the configuration, as"
                  + " docs/connecting.md describes. Until then deals are imported by hand.",
              new Button("Connect a CRM", click -> connect(sources)),
              new Button("Import deals", click -> UI.getCurrent().navigate("deals"))));
      return;
    }
    var user = currentUser.require().id().value();
    for (var source : sources.names())
      panels.add(new SyncPanel(source, sources, work, preview, user));
    panels.forEach(this::add);
  }

  private static void connect(SyncSources sources) {
    new ConnectionDialog(sources, null, () -> UI.getCurrent().refreshCurrentRoute(false)).open();
  }

  @Override
  protected void onAttach(AttachEvent event) {
    if (panels.isEmpty()) return;
    event.getUI().setPollInterval(POLL_MILLIS);
    addListenerOfPolls(event);
  }

  private void addListenerOfPolls(AttachEvent event) {
    var registration =
        event.getUI().addPollListener(poll -> panels.forEach(SyncPanel::refreshWhileRunning));
    addDetachListener(detach -> registration.remove());
  }

  @Override
  protected void onDetach(DetachEvent event) {
    event.getUI().setPollInterval(-1);
  }
}
