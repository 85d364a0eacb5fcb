package dev.tandem.library.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tandem.identity.Roles;
import dev.tandem.library.sources.ContentSources;
import dev.tandem.library.sources.SourceWork;
import dev.tandem.shared.ui.EmptyState;
import dev.tandem.shared.ui.PageHeader;
import dev.tandem.shared.ui.SettingsTabs;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;

/** How content comes in from where it lies: the last run of each source, and its problems. */
@Route("settings/sources")
@PageTitle("Content sources · Tandem")
@Menu(title = "Content sources", order = 95)
@RolesAllowed({Roles.MARKETER, Roles.ADMINISTRATOR})
class SourcesView extends Div {
  private static final int POLL_MILLIS = 2_000;

  private final transient List<SourcePanel> panels = new ArrayList<>();

  SourcesView(ContentSources sources, SourceWork work) {
    addClassNames("view", "settings");
    add(
        new PageHeader(
            "Content sources",
            "Content stays where it is and comes in by itself. What changes there is the next"
                + " version here; what is gone there is archived."),
        new SettingsTabs());
    if (sources.names().isEmpty())
      add(
          new EmptyState(
              VaadinIcon.CLOUD_DOWNLOAD_O,
              "No source is connected yet",
              "An operator names it in the configuration and starts Tandem anew, for example with"
                  + " the two variables below. Folders and network shares, websites, WebDAV"
                  + " (Nextcloud), S3 and others are described in docs/connecting.md. Until then"
                  + " files and links come in by hand.",
              EmptyState.code(
                  "TANDEM_CONTENT_SOURCES_SITE_TYPE=website",
                  "TANDEM_CONTENT_SOURCES_SITE_URL=https://www.example.com"),
              new Button("Import files", click -> UI.getCurrent().navigate("import"))));
    for (var source : sources.names()) panels.add(new SourcePanel(source, sources, work));
    panels.forEach(this::add);
  }

  @Override
  protected void onAttach(AttachEvent event) {
    if (panels.isEmpty()) return;
    event.getUI().setPollInterval(POLL_MILLIS);
    var registration =
        event.getUI().addPollListener(poll -> panels.forEach(SourcePanel::refreshWhileRunning));
    addDetachListener(detach -> registration.remove());
  }

  @Override
  protected void onDetach(DetachEvent event) {
    event.getUI().setPollInterval(-1);
  }
}
