package dev.tandem.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tandem.identity.ApiTokens;
import dev.tandem.identity.ApiTokens.ApiToken;
import dev.tandem.identity.Roles;
import dev.tandem.identity.Scope;
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
    var who =
        new Div(
            name,
            caption("for " + token.user() + ", as " + RoleWords.of(token.role())),
            scopes(token));
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

  private static Span scopes(ApiToken token) {
    return caption(
        token.scopes().equals(Scope.all())
            ? "every scope"
            : "scopes: " + Scope.list(token.scopes()));
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
    new NewTokenDialog(tokens, users, this::show).open();
  }

  private static Span caption(String text) {
    var span = new Span(text);
    span.addClassName("caption");
    return span;
  }
}
