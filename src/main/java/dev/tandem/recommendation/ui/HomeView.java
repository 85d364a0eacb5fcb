package dev.tandem.recommendation.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tandem.deals.Opportunities;
import dev.tandem.deals.Opportunity;
import dev.tandem.deals.OpportunityId;
import dev.tandem.deals.ui.DealWords;
import dev.tandem.feedback.Sendings;
import dev.tandem.feedback.Shares;
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.Role;
import dev.tandem.identity.User;
import dev.tandem.library.AssetListing;
import dev.tandem.library.Assets;
import dev.tandem.library.ui.AssetBadges;
import dev.tandem.requests.ContentRequests;
import dev.tandem.requests.RequestFilter;
import dev.tandem.shared.Filling;
import dev.tandem.shared.ui.EmptyState;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.PageHeader;
import dev.tandem.shared.ui.Panel;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Where a rep's day begins: the open deals and what to send next. */
@Route("")
@PageTitle("Home · Tandem")
@Menu(title = "Home", order = 10, icon = "vaadin:home-o")
@PermitAll
class HomeView extends Div {
  private static final int DEALS = 6;

  private final transient Opportunities opportunities;
  private final transient NextSteps nextSteps;
  private final transient FreshContent fresh;
  private final transient Shares shares;
  private final transient Assets assets;
  private final transient SlatePanels panels;
  private final transient Clock clock;
  private final transient User user;
  private final transient List<Opportunity> open;
  private final Div tiles = new Div();
  private final Div recentlySent = new Div();

  HomeView(
      Opportunities opportunities,
      NextSteps nextSteps,
      FreshContent fresh,
      Shares shares,
      Assets assets,
      AssetListing listing,
      ContentRequests requests,
      FirstSteps firstSteps,
      SlatePanels panels,
      Filling filling,
      CurrentUser currentUser,
      Clock clock) {
    this.opportunities = opportunities;
    this.nextSteps = nextSteps;
    this.fresh = fresh;
    this.shares = shares;
    this.assets = assets;
    this.panels = panels;
    this.clock = clock;
    this.user = currentUser.require();
    this.open = opportunities.openOf(user.id());
    addClassNames("view", "home-view");
    tiles.addClassName("deal-tiles");
    add(
        new PageHeader(
            greeting(),
            subtitle(),
            new Button("All deals", c -> UI.getCurrent().navigate("deals"))));
    if (user.role() != Role.REP) {
      firstSteps.panel(user.role()).forEach(this::add);
      add(
          new MarketersDesk(
              listing, requests.list(RequestFilter.OPEN), user.id(), LocalDate.now(clock)));
    }
    if (open.isEmpty()) {
      if (filling.goesOn()) add(EmptyState.filling());
      else if (user.role() == Role.REP) add(noDeals());
      return;
    }
    open.stream().limit(DEALS).forEach(deal -> tiles.add(new DealTile(deal, opportunities)));
    var columns = new Div(new Panel("New for your deals", news()), sentPanel());
    columns.addClassName("columns");
    add(tiles, columns);
  }

  /** The deals are on the screen at once; what to send follows in a second answer. */
  @Override
  protected void onAttach(AttachEvent attached) {
    super.onAttach(attached);
    if (attached.isInitialAttach() && !open.isEmpty())
      getElement().executeJs("return true").then(ready -> recommend());
  }

  private void recommend() {
    var next = nextSteps.of(open.stream().limit(DEALS).map(Opportunity::id).toList(), user.id());
    tiles
        .getChildren()
        .map(DealTile.class::cast)
        .forEach(tile -> tile.show(next.get(tile.deal().id()), panels, this::showSent));
  }

  private String greeting() {
    int hour = LocalTime.now(clock).getHour();
    var time =
        hour < 5
            ? "Hello"
            : hour < 12 ? "Good morning" : hour < 18 ? "Good afternoon" : "Good evening";
    var first = user.displayName().strip().split("\\s+")[0];
    return time + ", " + first;
  }

  private String subtitle() {
    if (open.isEmpty())
      return user.role() == Role.REP
          ? ""
          : "What waits in the library, and the ways to your tools.";
    return Formats.count(open.size(), "open deal", "open deals")
        + (open.size() > DEALS ? "; here are the " + DEALS + " that changed last" : "")
        + ", with what to send next.";
  }

  private Component noDeals() {
    return new EmptyState(
        VaadinIcon.BRIEFCASE,
        "You have no open deals",
        "As soon as the CRM hands one over to you, it stands here with the content to send. You can"
            + " search the library right away.",
        new Button("Search content", click -> UI.getCurrent().navigate("search")),
        new Button("Add a deal", click -> UI.getCurrent().navigate("deals/new")));
  }

  private Component news() {
    var news = fresh.forDeals(open, 4);
    if (news.isEmpty()) {
      var words = new Span("Nothing new in the last two months that your deals are about.");
      words.addClassName("caption");
      return words;
    }
    var list = new UnorderedList();
    list.addClassName("sent-list");
    for (var one : news) {
      var link = new Anchor("library/" + one.asset().id().value(), one.asset().title().value());
      link.setRouterIgnore(false);
      link.addClassName("grid-link");
      var accounts =
          one.deals().stream()
              .map(DealWords::heading)
              .distinct()
              .limit(2)
              .collect(Collectors.joining(", "));
      long more = one.deals().stream().map(DealWords::heading).distinct().count() - 2;
      var why =
          new Span(
              String.join(", ", one.why().subList(0, Math.min(2, one.why().size())))
                  + " · for "
                  + accounts
                  + (more > 0 ? " and " + more + " more" : "")
                  + " · "
                  + Formats.ago(one.on(), LocalDate.now(clock)));
      why.addClassName("caption");
      var badges = new Div();
      badges.addClassName("badges");
      AssetBadges.of(one.asset()).forEach(badges::add);
      list.add(new ListItem(link, why, badges));
    }
    return list;
  }

  private Component sentPanel() {
    showSent();
    return new Panel("Recently sent", recentlySent);
  }

  private void showSent() {
    var sent = Sendings.of(shares.by(user.id(), 40)).stream().limit(5).toList();
    var known = assets.findAll(sent.stream().map(Sendings::asset).collect(Collectors.toSet()));
    var ids =
        sent.stream().map(Sendings::deal).filter(Objects::nonNull).collect(Collectors.toSet());
    var deals = opportunities.findAll(ids);
    recentlySent.removeAll();
    recentlySent.add(
        SentList.of(
            sent,
            known,
            LocalDate.now(clock),
            "What you send stands here, with what the buyer did with it.",
            one -> {
              OpportunityId id = one.deal();
              var deal = id == null ? null : deals.get(id);
              return deal == null ? "" : DealWords.heading(deal);
            }));
  }
}
