package dev.tandem.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tandem.identity.ApiTokens;
import dev.tandem.identity.Roles;
import dev.tandem.identity.TokenAudit;
import dev.tandem.identity.TokenAudit.Entry;
import dev.tandem.shared.ui.Badge;
import dev.tandem.shared.ui.EmptyState;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.PageHeader;
import dev.tandem.shared.ui.Panel;
import dev.tandem.shared.ui.SettingsTabs;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.stream.Collectors;

/** What programs changed by their tokens: who, what, when. */
@Route("settings/token-use")
@PageTitle("API activity · Tandem")
@Menu(title = "API activity", order = 92.5)
@RolesAllowed(Roles.ADMINISTRATOR)
class TokenUseView extends Div {
  private static final int A_PAGE = 100;

  private final transient TokenAudit audit;
  private final Map<Long, String> names;
  private final Div rows = new Div();
  private final Button older = new Button("Older", click -> more());
  private long reached = Long.MAX_VALUE;

  TokenUseView(TokenAudit audit, ApiTokens tokens) {
    this.audit = audit;
    names =
        tokens.all().stream()
            .collect(Collectors.toMap(ApiTokens.ApiToken::id, ApiTokens.ApiToken::name));
    addClassNames("view", "settings");
    rows.addClassName("table-rows");
    add(
        new PageHeader(
            "API activity",
            "What programs changed, or tried to, by their tokens in the last year."),
        new SettingsTabs(),
        new Panel("Calls, newest first", new Div(rows, older)));
    more();
    if (rows.getComponentCount() == 0)
      rows.add(
          new EmptyState(
              VaadinIcon.CLOCK, "Nothing yet", "Reading is not written down, changing is."));
  }

  private void more() {
    var found = audit.before(reached, A_PAGE);
    found.forEach(entry -> rows.add(row(entry)));
    older.setVisible(found.size() == A_PAGE);
    if (!found.isEmpty()) reached = found.getLast().number();
  }

  private Component row(Entry entry) {
    var what = new Span(entry.method() + " " + entry.path());
    what.addClassName("row-name");
    var name = names.getOrDefault(entry.token(), "");
    var who =
        new Div(
            what,
            caption((name.isBlank() ? "Token " + entry.token() : name) + ", for " + entry.user()));
    who.addClassName("row-main");
    var marks =
        new Div(
            new Badge(
                Integer.toString(entry.status()),
                entry.status() < 400 ? Badge.Tone.GOOD : Badge.Tone.WARNING));
    marks.addClassName("badges");
    var dates = new Div(caption(Formats.moment(entry.at())));
    dates.addClassName("row-dates");
    var row = new Div(who, marks, dates, new Span());
    row.addClassName("table-row");
    return row;
  }

  private static Span caption(String text) {
    var caption = new Span(text);
    caption.addClassName("caption");
    return caption;
  }
}
