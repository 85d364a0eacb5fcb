package dev.tandem.requests.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.tandem.deals.Opportunities;
import dev.tandem.deals.Opportunity;
import dev.tandem.deals.OpportunityId;
import dev.tandem.deals.ui.DealWords;
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.Roles;
import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import dev.tandem.requests.ContentRequest;
import dev.tandem.requests.ContentRequests;
import dev.tandem.shared.ui.EmptyState;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Notices;
import dev.tandem.shared.ui.PageHeader;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What reps looked for, did not find and asked for. */
@Route("requests")
@PageTitle("Content requests · Tandem")
@Menu(title = "Requests", order = 45, icon = "vaadin:comment-ellipsis-o")
@RolesAllowed({Roles.MARKETER, Roles.ADMINISTRATOR})
class RequestsView extends Div implements AfterNavigationObserver {
  private final transient ContentRequests requests;
  private final transient Opportunities opportunities;
  private final transient Users users;
  private final transient CurrentUser currentUser;
  private final Div chips = new Div();
  private final Div rows = new Div();
  private boolean open = true;

  RequestsView(
      ContentRequests requests, Opportunities opportunities, Users users, CurrentUser currentUser) {
    this.requests = requests;
    this.opportunities = opportunities;
    this.users = users;
    this.currentUser = currentUser;
    addClassNames("view", "requests-view");
    chips.addClassName("state-chips");
    rows.addClassName("table-rows");
    add(
        new PageHeader(
            "Content requests",
            "What was looked for and not found, in the words of those who need it."),
        chips,
        rows);
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    var state = event.getLocation().getQueryParameters().getSingleParameter("state").orElse("");
    open = !state.equals("done");
    show();
  }

  private void show() {
    chips.removeAll();
    chips.add(
        chip("Open (" + Formats.count(requests.countOpen()) + ")", "open", open),
        chip("Done", "done", !open));
    rows.removeAll();
    var list = requests.list(open);
    if (list.isEmpty()) {
      rows.add(
          open
              ? new EmptyState(
                  VaadinIcon.CHECK_CIRCLE_O,
                  "Nobody waits for anything",
                  "When a search finds nothing, reps can ask for it; it stands here then.")
              : new EmptyState(
                  VaadinIcon.COMMENT_ELLIPSIS_O,
                  "Nothing is done yet",
                  "Requests that were marked as done stand here."));
      return;
    }
    var deals =
        opportunities.findAll(
            list.stream()
                .map(each -> each.wish().deal())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    list.forEach(each -> rows.add(row(each, deals)));
  }

  private static Button chip(String words, String state, boolean chosen) {
    var chip =
        new Button(
            words,
            click -> UI.getCurrent().navigate("requests", QueryParameters.of("state", state)));
    chip.addClassName("state-chip");
    chip.getElement().setAttribute("aria-pressed", String.valueOf(chosen));
    if (chosen) chip.addClassName("state-chip-chosen");
    return chip;
  }

  private Component row(ContentRequest request, Map<OpportunityId, Opportunity> deals) {
    var wish = request.wish();
    var need = new Paragraph(wish.need());
    need.addClassName("request-need");
    var facts =
        new Div(caption(name(request.askedBy()) + ", " + Formats.moment(request.askedAt())));
    facts.addClassName("request-facts");
    var id = wish.deal();
    var deal = id == null ? null : deals.get(id);
    if (deal != null) {
      var link = new Anchor(DealWords.path(deal.id()), "for " + DealWords.heading(deal));
      link.setRouterIgnore(false);
      link.addClassName("grid-link");
      facts.add(link);
    } else if (id != null) facts.add(caption("for the deal " + id.value()));
    if (!wish.address().isEmpty()) {
      var link = new Anchor("search?" + wish.address(), "Search again");
      link.setRouterIgnore(false);
      link.addClassName("grid-link");
      link.setTitle(wish.query() + (wish.filters().isEmpty() ? "" : "; " + wish.filters()));
      facts.add(link);
    }
    if (!wish.need().contains(wish.filters())) facts.add(caption(wish.filters()));
    var done = request.done();
    if (done != null)
      facts.add(caption("done by " + name(done.by()) + ", " + Formats.moment(done.at())));
    var main = new Div(need, facts);
    main.addClassName("row-main");
    var row = new Div(main, done == null ? doneButton(request) : reopenButton(request));
    row.addClassNames("table-row", "request-row");
    return row;
  }

  private Button doneButton(ContentRequest request) {
    var button =
        new Button(
            "Mark as done",
            VaadinIcon.CHECK.create(),
            click -> {
              requests.markDone(request.id(), currentUser.require().id());
              show();
              Notices.done(
                  "Marked as done.",
                  () -> {
                    requests.reopen(request.id());
                    show();
                  });
            });
    button.addThemeVariants(ButtonVariant.LUMO_SMALL);
    return button;
  }

  private Button reopenButton(ContentRequest request) {
    var button =
        new Button(
            "Open again",
            click -> {
              requests.reopen(request.id());
              show();
            });
    button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
    return button;
  }

  private String name(UserId user) {
    return users.find(user).map(account -> account.user().displayName()).orElse(user.value());
  }

  private static Span caption(String text) {
    var span = new Span(text);
    span.addClassName("caption");
    return span;
  }
}
