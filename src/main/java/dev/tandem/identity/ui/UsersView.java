package dev.tandem.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tandem.identity.Account;
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.GeneratedPassword;
import dev.tandem.identity.Role;
import dev.tandem.identity.Roles;
import dev.tandem.identity.User;
import dev.tandem.identity.UserChange;
import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import dev.tandem.shared.ui.Badge;
import dev.tandem.shared.ui.EmptyState;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Notices;
import dev.tandem.shared.ui.PageHeader;
import dev.tandem.shared.ui.Panel;
import dev.tandem.shared.ui.SecretDialog;
import dev.tandem.shared.ui.SettingsTabs;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Who may use Tandem, and as what. */
@Route("settings/users")
@PageTitle("Users · Tandem")
@Menu(title = "Users", order = 91)
@RolesAllowed(Roles.ADMINISTRATOR)
class UsersView extends Div {
  private final transient Users users;
  private final transient UserId self;
  private final Div rows = new Div();
  private final TextField find = new TextField();

  UsersView(Users users, CurrentUser currentUser) {
    this.users = users;
    this.self = currentUser.require().id();
    addClassNames("view", "settings");
    rows.addClassName("table-rows");
    find.setPlaceholder("Find a name");
    find.setAriaLabel("Find a name");
    find.setClearButtonVisible(true);
    find.setPrefixComponent(VaadinIcon.SEARCH.create());
    find.setValueChangeMode(ValueChangeMode.LAZY);
    find.addValueChangeListener(change -> show());
    var add = new Button("New user", VaadinIcon.PLUS.create(), click -> askNew());
    add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add(
        new PageHeader("Users", "Who may use Tandem, and what they see.", add),
        new SettingsTabs(),
        new Panel("Accounts", rows).withActions(find));
    show();
  }

  private void show() {
    rows.removeAll();
    var wanted = find.getValue().strip().toLowerCase(Locale.ROOT);
    var found =
        users.all().stream()
            .filter(
                account ->
                    (account.user().displayName() + " " + account.user().id())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
            .toList();
    if (found.isEmpty())
      rows.add(new EmptyState(VaadinIcon.USERS, "No such user", "Try another part of the name."));
    found.forEach(account -> rows.add(row(account)));
  }

  private Component row(Account account) {
    var name = new Span(account.user().displayName());
    name.addClassName("row-name");
    var team = account.team().isBlank() ? "" : " · " + account.team();
    var who = new Div(name, caption(account.user().id() + team));
    who.addClassName("row-main");
    var marks = new Div(new Badge(RoleWords.of(account.user().role()), Badge.Tone.NEUTRAL));
    marks.addClassName("badges");
    if (account.user().id().equals(self)) marks.add(new Badge("you", Badge.Tone.ACCENT));
    if (!account.signsIn())
      marks.add(new Badge("program", Badge.Tone.NEUTRAL, "No password: comes with API tokens"));
    if (account.disabled()) marks.add(new Badge("disabled", Badge.Tone.BAD));
    if (account.mustChangePassword() && !account.disabled())
      marks.add(
          new Badge(
              "password to change", Badge.Tone.WARNING, "At the next sign-in; set by another"));
    var row =
        new Div(who, marks, caption("since " + Formats.day(account.createdAt())), menu(account));
    row.addClassName("table-row");
    return row;
  }

  private MenuBar menu(Account account) {
    var id = account.user().id();
    var bar = new MenuBar();
    bar.addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
    var root = bar.addItem(VaadinIcon.ELLIPSIS_DOTS_H.create());
    root.setAriaLabel("Change " + account.user().displayName());
    var menu = root.getSubMenu();
    var roles = menu.addItem("Role");
    for (var role : Role.values()) {
      var item =
          roles
              .getSubMenu()
              .addItem(
                  RoleWords.of(role),
                  click ->
                      apply(
                          () -> users.changeRole(id, role),
                          account.user().displayName() + " is now " + RoleWords.of(role) + "."));
      item.setCheckable(true);
      item.setChecked(role == account.user().role());
    }
    if (account.signsIn()) menu.addItem("Reset password …", click -> askReset(account));
    if (account.disabled())
      menu.addItem("Enable", click -> apply(() -> users.enable(id), "Enabled."));
    else
      menu.addItem(
          "Disable …",
          click -> {
            var dialog =
                new ConfirmDialog(
                    "Disable " + account.user().displayName() + "?",
                    "Open sessions end, API tokens stop working. Deals and what was counted stay;"
                        + " the account can be enabled again.",
                    "Disable",
                    confirmed -> apply(() -> users.disable(id), "Disabled."));
            dialog.setConfirmButtonTheme("error primary");
            dialog.setCancelable(true);
            dialog.open();
          });
    return bar;
  }

  private void apply(Supplier<UserChange> change, String done) {
    var outcome = change.get();
    if (outcome instanceof UserChange.Done) Notices.done(done);
    else Notices.failed(outcome.problem());
    show();
  }

  private void askReset(Account account) {
    var dialog =
        new ConfirmDialog(
            "A new password for " + account.user().displayName() + "?",
            "The old one stops working and open sessions end. Pass the new one on; it has to be"
                + " changed at the first sign-in.",
            "Make a new password",
            confirmed -> {
              var password = GeneratedPassword.next();
              var outcome = users.setPassword(account.user().id(), password);
              if (outcome instanceof UserChange.Done) showPassword(account.user(), password);
              else Notices.failed(outcome.problem());
              show();
            });
    dialog.setCancelable(true);
    dialog.open();
  }

  private static void showPassword(User user, String password) {
    new SecretDialog(
            "Password for " + user.displayName(),
            "Password",
            password,
            "It is shown this once. Pass it on in person or by a safe way, with the user name "
                + user.id()
                + ".")
        .open();
  }

  private void askNew() {
    var dialog = new Dialog("New user");
    dialog.setWidth("min(32rem, 96vw)");
    var id = new TextField("User name");
    id.setHelperText("Often the e-mail address; used to sign in");
    var name = new TextField("Name");
    id.setRequiredIndicatorVisible(true);
    name.setRequiredIndicatorVisible(true);
    var team = new TextField("Team");
    team.setHelperText("Optional");
    var role = new Select<Role>();
    role.setLabel("Role");
    role.setItems(Role.values());
    role.setItemLabelGenerator(RoleWords::of);
    role.setValue(Role.REP);
    var program = new Checkbox("A program: no password, comes with API tokens only");
    var form = new Div(id, name, role, team, program);
    form.addClassName("stack");
    dialog.add(form, new Paragraph("People get a first password, which they change themselves."));
    var save =
        new Button(
            "Create",
            click -> {
              name.setInvalid(name.getValue().isBlank());
              name.setErrorMessage("How colleagues know this person.");
              id.setInvalid(id.getValue().isBlank());
              id.setErrorMessage("What this person signs in with.");
              if (id.isInvalid() || name.isInvalid()) {
                (id.isInvalid() ? id : name).focus();
                return;
              }
              try {
                var user =
                    new User(new UserId(id.getValue()), name.getValue().strip(), role.getValue());
                create(dialog, id, user, team.getValue().strip(), program.getValue());
              } catch (IllegalArgumentException refused) {
                id.setErrorMessage(String.valueOf(refused.getMessage()));
                id.setInvalid(true);
              }
            });
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    dialog.getFooter().add(new Button("Cancel", click -> dialog.close()), save);
    dialog.open();
    List.of(id, name, team).forEach(TextField::setWidthFull);
    id.focus();
  }

  private void create(Dialog dialog, TextField id, User user, String team, boolean program) {
    var password = GeneratedPassword.next();
    var outcome = program ? users.createProgram(user) : users.create(user, team, password);
    if (!(outcome instanceof UserChange.Done)) {
      id.setErrorMessage(outcome.problem());
      id.setInvalid(true);
      return;
    }
    dialog.close();
    show();
    if (program) Notices.done("Created. Give it a token under API tokens.");
    else showPassword(user, password);
  }

  private static Span caption(String text) {
    var span = new Span(text);
    span.addClassName("caption");
    return span;
  }
}
