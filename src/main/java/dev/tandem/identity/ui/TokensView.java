package dev.tandem.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tandem.identity.Account;
import dev.tandem.identity.ApiTokens;
import dev.tandem.identity.ApiTokens.ApiToken;
import dev.tandem.identity.ApiTokens.Issue;
import dev.tandem.identity.Role;
import dev.tandem.identity.Roles;
import dev.tandem.identity.Users;
import dev.tandem.shared.ui.Badge;
import dev.tandem.shared.ui.EmptyState;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Notices;
import dev.tandem.shared.ui.PageHeader;
import dev.tandem.shared.ui.Panel;
import dev.tandem.shared.ui.SettingsTabs;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The keys by which other programs come in. */
@Route("settings/tokens")
@PageTitle("API tokens · Tandem")
@Menu(title = "API tokens", order = 92)
@RolesAllowed(Roles.ADMINISTRATOR)
class TokensView extends Div {
  private final transient ApiTokens tokens;
  private final transient Users users;
  private final transient Clock clock;
  private final Div rows = new Div();

  TokensView(ApiTokens tokens, Users users, Clock clock) {
    this.tokens = tokens;
    this.users = users;
    this.clock = clock;
    addClassNames("view", "settings");
    rows.addClassName("table-rows");
    var add = new Button("New token", VaadinIcon.PLUS.create(), click -> askNew());
    add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add(
        new PageHeader(
            "API tokens",
            "Keys for other programs, each for one user and no more than its role.",
            add),
        new SettingsTabs(),
        new Panel("Tokens", rows));
    show();
  }

  private void show() {
    rows.removeAll();
    var all = tokens.all();
    if (all.isEmpty())
      rows.add(
          new EmptyState(
              VaadinIcon.KEY,
              "No tokens yet",
              "A CRM, a script or a connector needs one to ask Tandem for content.",
              new Button("Make the first one", click -> askNew())));
    all.forEach(token -> rows.add(row(token)));
  }

  private Component row(ApiToken token) {
    var name = new Span(token.name().isBlank() ? "Token " + token.id() : token.name());
    name.addClassName("row-name");
    var who = new Div(name, caption("for " + token.user() + ", as " + RoleWords.of(token.role())));
    who.addClassName("row-main");
    var marks = new Div(state(token));
    marks.addClassName("badges");
    var used = token.lastUsedAt();
    var dates =
        new Div(
            caption(used == null ? "never used" : "last used " + Formats.moment(used)),
            caption("issued " + Formats.day(token.createdAt())));
    dates.addClassName("row-dates");
    var row = new Div(who, marks, dates);
    row.addClassName("table-row");
    if (inForce(token)) {
      var revoke = new Button("Revoke", click -> askRevoke(token));
      revoke.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ERROR);
      revoke.setAriaLabel("Revoke " + name.getText());
      row.add(revoke);
    } else {
      row.add(new Span());
    }
    return row;
  }

  private boolean inForce(ApiToken token) {
    var until = token.expiresAt();
    return token.revokedAt() == null && (until == null || until.isAfter(clock.instant()));
  }

  private Badge state(ApiToken token) {
    var revoked = token.revokedAt();
    if (revoked != null) return new Badge("revoked " + Formats.day(revoked), Badge.Tone.NEUTRAL);
    var until = token.expiresAt();
    if (until == null) return new Badge("no end", Badge.Tone.WARNING, "Works until it is revoked");
    return inForce(token)
        ? new Badge("until " + Formats.day(until), Badge.Tone.GOOD)
        : new Badge("expired " + Formats.day(until), Badge.Tone.NEUTRAL);
  }

  private void askRevoke(ApiToken token) {
    var dialog =
        new ConfirmDialog(
            "Revoke “" + token.name() + "”?",
            "Whatever uses it is shut out at once. It cannot be brought back.",
            "Revoke",
            confirmed -> {
              if (tokens.revoke(token.id())) Notices.done("Revoked.");
              show();
            });
    dialog.setConfirmButtonTheme("error primary");
    dialog.setCancelable(true);
    dialog.open();
  }

  private void askNew() {
    var dialog = new Dialog("New API token");
    dialog.setWidth("min(32rem, 96vw)");
    var name = new TextField("What it is for");
    name.setPlaceholder("CRM connector");
    name.setMaxLength(200);
    var user = new ComboBox<Account>("User it acts for");
    user.setItems(users.all().stream().filter(account -> !account.disabled()).toList());
    user.setItemLabelGenerator(
        account -> account.user().displayName() + " (" + account.user().id() + ")");
    var role = new Select<Role>();
    role.setLabel("Role, at most the user's");
    role.setItems(Role.values());
    role.setItemLabelGenerator(RoleWords::of);
    role.setValue(Role.REP);
    var days = new Select<Integer>();
    days.setLabel("Works for");
    days.setItems(30, 90, 365, 0);
    days.setItemLabelGenerator(count -> count == 0 ? "Until it is revoked" : count + " days");
    days.setValue(90);
    var form = new Div(name, user, role, days);
    form.addClassName("stack");
    dialog.add(form);
    var save =
        new Button(
            "Create token",
            click -> {
              name.setInvalid(name.getValue().isBlank());
              name.setErrorMessage("So that you know later what to revoke.");
              user.setInvalid(user.getValue() == null);
              user.setErrorMessage("Whose rights it shall have.");
              if (name.isInvalid() || user.isInvalid()) return;
              var validFor =
                  days.getValue() == 0
                      ? Optional.<Duration>empty()
                      : Optional.of(Duration.ofDays(days.getValue()));
              var issue =
                  tokens.issue(
                      user.getValue().user().id(),
                      role.getValue(),
                      name.getValue().strip(),
                      validFor);
              switch (issue) {
                case Issue.Issued issued -> {
                  dialog.close();
                  show();
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
            });
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    dialog.getFooter().add(new Button("Cancel", click -> dialog.close()), save);
    dialog.open();
    name.focus();
  }

  private static Span caption(String text) {
    var span = new Span(text);
    span.addClassName("caption");
    return span;
  }
}
