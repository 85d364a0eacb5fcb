package dev.tandem.requests.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
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
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.Role;
import dev.tandem.identity.User;
import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import dev.tandem.requests.ContentRequest;
import dev.tandem.requests.ContentRequests;
import dev.tandem.requests.RequestFilter;
import dev.tandem.requests.RequestState;
import dev.tandem.shared.ui.EmptyState;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.PageHeader;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What was asked for and how far it is: as a board, or as a list of one state. */
@Route("requests")
@PageTitle("Content requests · Tandem")
@Menu(title = "Requests", order = 34, icon = "vaadin:comment-ellipsis-o")
@PermitAll
class RequestsView extends Div implements AfterNavigationObserver {
  /** More in one column is no board any more; the list has all. */
  private static final int CARDS = 30;

  private final transient ContentRequests requests;
  private final transient Opportunities opportunities;
  private final transient Users users;
  private final transient Clock clock;
  private final transient User user;
  private final Div chips = new Div();
  private final Div content = new Div();

  RequestsView(
      ContentRequests requests,
      Opportunities opportunities,
      Users users,
      CurrentUser currentUser,
      Clock clock) {
    this.requests = requests;
    this.opportunities = opportunities;
    this.users = users;
    this.clock = clock;
    this.user = currentUser.require();
    addClassNames("view", "requests-view");
    chips.addClassName("state-chips");
    var header =
        isRep()
            ? new PageHeader("Your requests", "What you asked marketing for, and how far it is.")
            : new PageHeader(
                "Content requests",
                "What sales needs and did not find, with the money behind it.",
                new Button(
                    "Owners and service levels",
                    VaadinIcon.COG.create(),
                    click -> UI.getCurrent().navigate("settings/requests")));
    add(header, chips, content);
  }

  private boolean isRep() {
    return user.role() == Role.REP;
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    var parameters = event.getLocation().getQueryParameters();
    var state = parameters.getSingleParameter("state").flatMap(RequestState::parse).orElse(null);
    boolean mine = parameters.getSingleParameter("mine").isPresent() && !isRep();
    chips.removeAll();
    chips.add(chip("Board", state == null && !mine, QueryParameters.empty()));
    if (!isRep()) chips.add(chip("Given to me", mine, QueryParameters.of("mine", "")));
    for (var each : RequestState.BOARD)
      chips.add(chip(each.label(), state == each, QueryParameters.of("state", each.id())));
    content.removeAll();
    var filter = state == null ? RequestFilter.ALL : RequestFilter.ALL.in(List.of(state));
    if (isRep()) filter = filter.askedBy(user.id());
    else if (mine) filter = filter.ownedBy(user.id());
    var found = requests.list(filter);
    if (found.isEmpty()) content.add(nothing(state != null || mine));
    else if (state != null || mine) content.add(table(found));
    else content.add(board(found));
  }

  private EmptyState nothing(boolean filtered) {
    if (filtered)
      return new EmptyState(
          VaadinIcon.COMMENT_ELLIPSIS_O, "None here", "No request is in this state.");
    return new EmptyState(
        VaadinIcon.COMMENT_ELLIPSIS_O,
        isRep() ? "You asked for nothing yet" : "Nobody asked for anything yet",
        "A search without a good answer, a deal and the sidebar each have a button to ask for"
            + " what is missing; it stands here then.",
        new Button("Search content", click -> UI.getCurrent().navigate("search")));
  }

  private static Button chip(String words, boolean chosen, QueryParameters target) {
    var chip = new Button(words, click -> UI.getCurrent().navigate("requests", target));
    chip.addClassName("state-chip");
    chip.getElement().setAttribute("aria-pressed", String.valueOf(chosen));
    if (chosen) chip.addClassName("state-chip-chosen");
    return chip;
  }

  private Component board(List<ContentRequest> found) {
    var deals = deals(found);
    var names = names();
    var today = LocalDate.now(clock);
    var columns = new HashMap<RequestState, List<ContentRequest>>();
    found.forEach(
        each -> columns.computeIfAbsent(each.state(), unused -> new ArrayList<>()).add(each));
    var board = new Div();
    board.addClassName("request-board");
    for (var state : RequestState.BOARD) {
      var list = columns.getOrDefault(state, List.of());
      if (list.isEmpty() && state == RequestState.DECLINED) continue;
      var head = new H2(state.label() + " · " + Formats.count(list.size()));
      var column = new Section(head);
      column.setAriaLabel(state.label());
      column.addClassName("request-column");
      if (list.isEmpty()) column.addClassName("request-column-empty");
      list.stream()
          .limit(CARDS)
          .forEach(each -> column.add(RequestCards.card(each, deals, names, today)));
      if (list.size() > CARDS)
        column.add(
            new Button(
                "All " + Formats.count(list.size()),
                click ->
                    UI.getCurrent().navigate("requests", QueryParameters.of("state", state.id()))));
      board.add(column);
    }
    return board;
  }

  private Component table(List<ContentRequest> found) {
    var deals = deals(found);
    var names = names();
    var today = LocalDate.now(clock);
    var rows = new Div();
    rows.addClassName("table-rows");
    for (var each : found) {
      var facts =
          new Div(
              RequestCards.caption(
                  names.apply(each.askedBy()) + ", " + Formats.day(each.askedAt())),
              RequestCards.due(each, today));
      var money = RequestCards.money(RequestCards.behind(each, deals));
      if (!money.isEmpty()) facts.add(RequestCards.caption(money));
      var owner = each.owner();
      if (owner != null) facts.add(RequestCards.caption("for " + names.apply(owner)));
      facts.addClassName("request-facts");
      var main = new Div(RequestCards.link(each), facts);
      main.addClassName("row-main");
      var row = new Div(main, RequestCards.state(each.state()));
      row.addClassNames("table-row", "request-row");
      rows.add(row);
    }
    return rows;
  }

  private Function<UserId, String> names() {
    var known = new HashMap<UserId, String>();
    for (var account : users.all()) known.put(account.user().id(), account.user().displayName());
    return person -> known.getOrDefault(person, person.value());
  }

  private Map<OpportunityId, Opportunity> deals(List<ContentRequest> found) {
    var ids = new HashSet<OpportunityId>();
    found.forEach(each -> ids.addAll(each.deals()));
    return opportunities.findAll(ids);
  }
}
