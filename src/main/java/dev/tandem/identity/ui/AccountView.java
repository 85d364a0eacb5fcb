package dev.tandem.identity.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.OwnAccount;
import dev.tandem.identity.User;
import dev.tandem.identity.UserChange;
import dev.tandem.shared.ui.Notices;
import dev.tandem.shared.ui.PageHeader;
import dev.tandem.shared.ui.Panel;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** One's own account: who one is here, and the password. */
@Route("account")
@PageTitle("Account · Tandem")
@PermitAll
class AccountView extends Main {
  private final OwnAccount account;
  private final boolean mustChange;
  private final PasswordField current = field("Current password", "current-password");
  private final PasswordField chosen = field("New password", "new-password");
  private final PasswordField again = field("New password again", "new-password");

  AccountView(OwnAccount account, CurrentUser currentUser) {
    this.account = account;
    mustChange = account.mustChangePassword();
    addClassName("view");
    chosen.setHelperText("At least 10 characters; a few words together are easy to remember.");
    var user = currentUser.require();
    var form = new VerticalLayout(userName(user), current, chosen, again, save());
    form.setPadding(false);
    var panel = new Panel("Password", form);
    panel.setMaxWidth("32rem");
    add(
        mustChange
            ? new PageHeader(
                "Choose your password",
                "The one you signed in with was set by someone else. Choose your own to go on.")
            : new PageHeader(user.displayName(), ""),
        panel);
  }

  private static PasswordField field(String label, String autocomplete) {
    var field = new PasswordField(label);
    field.setWidthFull();
    field.setMaxLength(200);
    field.setRequiredIndicatorVisible(true);
    field.getElement().setAttribute("autocomplete", autocomplete);
    return field;
  }

  /** Tells password managers, too, whose password this is. */
  private static TextField userName(User user) {
    var field = new TextField("User name");
    field.setValue(user.id().value());
    field.setReadOnly(true);
    field.setWidthFull();
    field.getElement().setAttribute("autocomplete", "username");
    return field;
  }

  private Button save() {
    var button = new Button("Change password", click -> change());
    button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    button.addClickShortcut(Key.ENTER);
    return button;
  }

  private void change() {
    var fields = List.of(current, chosen, again);
    fields.forEach(field -> field.setInvalid(false));
    if (!chosen.getValue().equals(again.getValue())) {
      complain(again, "This is not the same as the new password.");
      return;
    }
    var outcome = account.changePassword(current.getValue(), chosen.getValue());
    if (!(outcome instanceof UserChange.Done)) {
      complain(chosen, outcome.problem());
      return;
    }
    fields.forEach(PasswordField::clear);
    fields.forEach(field -> field.setInvalid(false));
    Notices.done("Your password is changed; your other sessions have ended.");
    if (mustChange) getUI().ifPresent(ui -> ui.navigate(""));
  }

  private static void complain(PasswordField field, String problem) {
    field.setErrorMessage(problem);
    field.setInvalid(true);
    field.focus();
  }
}
