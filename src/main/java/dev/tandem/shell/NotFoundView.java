package dev.tandem.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.tandem.shared.ui.EmptyState;
import jakarta.servlet.http.HttpServletResponse;

/** For addresses behind which there is nothing, or nothing that this user may know of. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class NotFoundView extends Div implements HasErrorParameter<NotFoundException>, HasDynamicTitle {
  NotFoundView() {
    addClassName("view");
  }

  @Override
  public String getPageTitle() {
    return "Not found · Tandem";
  }

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> error) {
    removeAll();
    var home = new Anchor("", "Go to Home");
    home.setRouterIgnore(false);
    home.addClassName("button-link");
    add(
        EmptyState.page(
            VaadinIcon.QUESTION_CIRCLE_O,
            "There is no such page",
            "The address may have changed, or it is not complete. The search at the top finds"
                + " content by its words.",
            home));
    return HttpServletResponse.SC_NOT_FOUND;
  }
}
