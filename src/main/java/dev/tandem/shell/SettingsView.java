package dev.tandem.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import dev.tandem.identity.Roles;
import dev.tandem.shared.ui.SettingsTabs;
import jakarta.annotation.security.RolesAllowed;

/** Leads on to the first settings page that the user may see. */
@Route("settings")
@RolesAllowed({Roles.MARKETER, Roles.ADMINISTRATOR})
class SettingsView extends Div implements BeforeEnterObserver {
  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    SettingsTabs.pages().stream().findFirst().ifPresent(page -> event.forwardTo(page.menuClass()));
  }
}
