package dev.tandem.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.tandem.shared.ui.EmptyState;
import jakarta.servlet.http.HttpServletResponse;

/** For pages that need another role. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class NoAccessView extends Div
    implements HasErrorParameter<AccessDeniedException>, HasDynamicTitle {
  NoAccessView() {
    addClassName("view");
  }

  @Override
  public String getPageTitle() {
    return "No access · Tandem";
  }

  @Override
  public int setErrorParameter(
      BeforeEnterEvent event, ErrorParameter<AccessDeniedException> error) {
    removeAll();
    var home = new Anchor("", "Go to Home");
    home.setRouterIgnore(false);
    home.addClassName("button-link");
    add(
        EmptyState.page(
            VaadinIcon.LOCK,
            "This page is not open to you",
            "It is for people with another role. An administrator can change yours.",
            home));
    return HttpServletResponse.SC_FORBIDDEN;
  }
}
