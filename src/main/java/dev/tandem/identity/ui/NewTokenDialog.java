package dev.tandem.identity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.tandem.identity.Account;
import dev.tandem.identity.ApiTokens;
import dev.tandem.identity.ApiTokens.Issue;
import dev.tandem.identity.Role;
import dev.tandem.identity.Scope;
import dev.tandem.identity.Users;
import dev.tandem.shared.ui.SecretDialog;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Asks whose rights a new token has and what it may be used for, and shows it once. */
final class NewTokenDialog extends Dialog {
  private final transient ApiTokens tokens;
  private final transient Runnable made;
  private final TextField name = new TextField("What it is for");
  private final ComboBox<Account> user = new ComboBox<>("User it acts for");
  private final Select<Role> role = new Select<>();
  private final CheckboxGroup<Scope> scopes = new CheckboxGroup<>("What it may be used for");
  private final Select<Integer> days = new Select<>();

  NewTokenDialog(ApiTokens tokens, Users users, Runnable made) {
    super("New API token");
    this.tokens = tokens;
    this.made = made;
    setWidth("min(32rem, 96vw)");
    name.setPlaceholder("CRM connector");
    name.setMaxLength(200);
    user.setItems(users.all().stream().filter(account -> !account.disabled()).toList());
    user.setItemLabelGenerator(
        account -> account.user().displayName() + " (" + account.user().id() + ")");
    role.setLabel("Role, at most the user's");
    role.setItems(Role.values());
    role.setItemLabelGenerator(RoleWords::of);
    role.setValue(Role.REP);
    scopes.setItems(Scope.values());
    scopes.setItemLabelGenerator(scope -> scope.id() + " – " + scope.words());
    scopes.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
    scopes.setHelperText("As little as it needs. Its role has to allow it as well.");
    scopes.setValue(Set.of(Scope.READ, Scope.FEEDBACK));
    days.setLabel("Works for");
    days.setItems(30, 90, 365, 0);
    days.setItemLabelGenerator(count -> count == 0 ? "Until it is revoked" : count + " days");
    days.setValue(90);
    var form = new Div(name, user, role, scopes, days);
    form.addClassName("stack");
    add(form);
    var save = new Button("Create token", click -> create());
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    getFooter().add(new Button("Cancel", click -> close()), save);
    addOpenedChangeListener(change -> name.focus());
  }

  private void create() {
    name.setInvalid(name.getValue().isBlank());
    name.setErrorMessage("So that you know later what to revoke.");
    user.setInvalid(user.getValue() == null);
    user.setErrorMessage("Whose rights it shall have.");
    scopes.setInvalid(scopes.getValue().isEmpty());
    scopes.setErrorMessage("Without any it could do nothing.");
    if (name.isInvalid() || user.isInvalid() || scopes.isInvalid()) return;
    var validFor =
        days.getValue() == 0
            ? Optional.<Duration>empty()
            : Optional.of(Duration.ofDays(days.getValue()));
    var issue =
        tokens.issue(
            user.getValue().user().id(),
            role.getValue(),
            scopes.getValue(),
            name.getValue().strip(),
            validFor);
    switch (issue) {
      case Issue.Issued issued -> {
        close();
        made.run();
        new SecretDialog(
                "Your new token",
                "Token",
                issued.secret(),
                "Copy it now: it is shown this once, and only its hash is kept.")
            .open();
      }
      case Issue.Refused refused -> {
        role.setErrorMessage(refused.reason());
        role.setInvalid(true);
      }
    }
  }
}
