package dev.tandem.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.tandem.shared.ui.EmptyState;
import jakarta.servlet.http.HttpServletResponse;

/** For what should not happen: says so, and by which number the log knows it. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class FailureView extends Div implements HasErrorParameter<Exception>, HasDynamicTitle {
  FailureView() {
    addClassName("view");
  }

  @Override
  public String getPageTitle() {
    return "Something went wrong · Tandem";
  }

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> error) {
    removeAll();
    var reference = FailureReports.report(error.getCaughtException());
    var home = new Anchor("", "Go to Home");
    home.setRouterIgnore(false);
    home.addClassName("button-link");
    var again =
        new Button(
            "Try again", click -> click.getSource().getUI().ifPresent(ui -> ui.getPage().reload()));
    add(
        EmptyState.page(
            VaadinIcon.WARNING,
            "Something went wrong",
            "Nothing that was saved is lost. If it happens again, tell your administrator this"
                + " reference: "
                + reference,
            again,
            home));
    return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
  }
}
