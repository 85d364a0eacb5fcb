package dev.tandem.requests.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.tandem.deals.Opportunities;
import dev.tandem.deals.Opportunity;
import dev.tandem.deals.ui.DealWords;
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.Role;
import dev.tandem.identity.User;
import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import dev.tandem.library.Asset;
import dev.tandem.library.Assets;
import dev.tandem.library.ui.AssetBadges;
import dev.tandem.requests.ContentRequest;
import dev.tandem.requests.ContentRequests;
import dev.tandem.requests.DealNeed;
import dev.tandem.requests.MoneyBehind;
import dev.tandem.requests.SimilarAssets;
import dev.tandem.shared.ui.EmptyState;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.PageHeader;
import dev.tandem.shared.ui.Panel;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One request: what is needed and for which deals, what may do already, and what happened. */
@Route("requests/:id")
@PermitAll
class RequestView extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private static final int SIMILAR = 5;

  private final transient ContentRequests requests;
  private final transient Opportunities opportunities;
  private final transient Assets assets;
  private final transient SimilarAssets similar;
  private final transient Users users;
  private final transient RequestActions actions;
  private final transient Clock clock;
  private final transient User user;
  private String title = "Request";

  RequestView(
      ContentRequests requests,
      Opportunities opportunities,
      Assets assets,
      SimilarAssets similar,
      Users users,
      RequestActions actions,
      CurrentUser currentUser,
      Clock clock) {
    this.requests = requests;
    this.opportunities = opportunities;
    this.assets = assets;
    this.similar = similar;
    this.users = users;
    this.actions = actions;
    this.clock = clock;
    this.user = currentUser.require();
    addClassNames("view", "request-view");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var id = event.getRouteParameters().get("id").orElse("");
    removeAll();
    var found = id.matches("\\d{1,18}") ? requests.find(Long.parseLong(id)).orElse(null) : null;
    if (found == null || !maySee(found)) {
      add(
          new PageHeader("This request is not here", ""),
          new EmptyState(
              VaadinIcon.COMMENT_ELLIPSIS_O,
              "There is no request " + id,
              "Or it is not one of yours.",
              new Button("All requests", click -> UI.getCurrent().navigate("requests"))));
      return;
    }
    show(found);
  }

  private boolean maySee(ContentRequest request) {
    return user.role() != Role.REP || request.askers().contains(user.id());
  }

  private void show(ContentRequest request) {
    title = "Request " + request.id();
    removeAll();
    var back = new Anchor("requests", "Requests");
    back.setRouterIgnore(false);
    back.addClassName("back-link");
    back.addComponentAsFirst(VaadinIcon.ANGLE_LEFT.create());
    var badges = new Div(RequestCards.state(request.state()));
    badges.addClassName("badges");
    badges.add(RequestCards.due(request, LocalDate.now(clock)));
    var header =
        new PageHeader(
            shortened(request.wish().need()),
            "Asked by " + name(request.askedBy()) + ", " + Formats.moment(request.askedAt()),
            user.role() == Role.REP ? new Component[0] : actions.of(request, this::show));
    var main = new Div(need(request), history(request));
    main.addClassName("request-main");
    var side = new Div(who(request));
    side.addClassName("request-main");
    var near = request.isOpen() ? nearAssets(request) : null;
    if (near != null) side.add(near);
    var columns = new Div(main, side);
    columns.addClassName("columns-main");
    add(back, header, badges, columns);
  }

  private Component need(ContentRequest request) {
    var wish = request.wish();
    var words = new Span(wish.need());
    words.addClassName("request-need");
    var panel = new Panel("What is needed", words);
    var facts = new UnorderedList();
    facts.addClassName("request-list");
    var kind = wish.kind();
    if (kind != null) facts.add(new ListItem("Type: " + kind.label()));
    if (!wish.products().isEmpty())
      facts.add(new ListItem("About: " + String.join(", ", wish.products())));
    if (!wish.query().isEmpty() || !wish.filters().isEmpty()) {
      var again = new Anchor("search?" + wish.address(), "Search again");
      again.setRouterIgnore(false);
      again.addClassName("grid-link");
      var both = (wish.query() + (wish.filters().isEmpty() ? "" : "; " + wish.filters())).strip();
      facts.add(new ListItem(new Span("Looked for: " + both + " · "), again));
    }
    var reason = request.declineReason();
    if (reason != null) facts.add(new ListItem("Declined: " + reason));
    request.asset().ifPresent(asset -> facts.add(delivered(request, assets.find(asset))));
    if (request.mergedInto() != null) {
      var into = new Anchor("requests/" + request.mergedInto(), "request " + request.mergedInto());
      into.setRouterIgnore(false);
      into.addClassName("grid-link");
      facts.add(new ListItem(new Span("Goes on as "), into));
    }
    panel.add(facts);
    return panel;
  }

  private static ListItem delivered(ContentRequest request, java.util.Optional<Asset> asset) {
    var item = new ListItem(new Span("Delivered: "));
    asset.ifPresentOrElse(
        found -> item.add(assetLink(found)),
        () -> item.add(new Span("an asset that is not in the library any more")));
    var delivery = request.delivery();
    if (delivery != null)
      item.add(
          new Span(
              delivery.uses() == 0
                  ? " · not used in a deal since " + Formats.day(delivery.at())
                  : " · used "
                      + Formats.count(delivery.uses(), "time", "times")
                      + " in "
                      + Formats.count(delivery.deals(), "deal", "deals")
                      + " since "
                      + Formats.day(delivery.at())));
    return item;
  }

  private Component who(ContentRequest request) {
    var deals = opportunities.findAll(request.deals()).values();
    var panel = new Panel("Who waits for it");
    var money = MoneyBehind.of(deals);
    if (money.openDeals() > 0) panel.withCaption(RequestCards.money(money));
    var list = new UnorderedList();
    list.addClassName("request-list");
    request.askers().stream()
        .sorted(java.util.Comparator.comparing(UserId::value))
        .forEach(asker -> list.add(new ListItem(name(asker))));
    deals.forEach(deal -> list.add(dealItem(deal)));
    panel.add(list);
    var owner = request.owner();
    panel.add(
        RequestCards.caption(
            owner == null
                ? "Nobody answers for this kind of content yet: set an owner in the settings."
                : "Answers: " + name(owner)));
    return panel;
  }

  private ListItem dealItem(Opportunity deal) {
    var link = new Anchor(DealWords.path(deal.id()), DealWords.heading(deal));
    link.setRouterIgnore(false);
    link.addClassName("grid-link");
    var amount = deal.amount();
    var words =
        Stream.of(
                amount == null ? "" : Formats.money(amount),
                DealNeed.words(opportunities.contextOf(deal.id())))
            .filter(each -> !each.isEmpty())
            .collect(Collectors.joining(" · "));
    return new ListItem(link, RequestCards.caption(words), DealWords.outcome(deal.outcome()));
  }

  private @Nullable Component nearAssets(ContentRequest request) {
    var wish = request.wish();
    Collection<Asset> near =
        similar.to((wish.query() + " " + wish.need()).strip(), wish.kind(), SIMILAR);
    if (near.isEmpty()) return null;
    var list = new UnorderedList();
    list.addClassName("request-list");
    for (var asset : near) {
      var badges = new Div();
      badges.addClassName("badges");
      AssetBadges.of(asset).forEach(badges::add);
      var item = new ListItem(assetLink(asset), badges);
      if (user.role() != Role.REP) item.add(actions.deliverButton(request, asset, this::show));
      list.add(item);
    }
    return new Panel("Would this do?", list);
  }

  private Component history(ContentRequest request) {
    var list = new OrderedList();
    list.addClassName("request-history");
    for (var step : requests.history(request.id())) {
      var actor = step.actor();
      var when =
          RequestCards.caption(
              (actor == null ? "Tandem" : name(actor)) + ", " + Formats.moment(step.at()));
      list.add(new ListItem(new Span(step.words()), when));
    }
    return new Panel("What happened", list);
  }

  private static Anchor assetLink(Asset asset) {
    var link = new Anchor("library/" + asset.id().value(), asset.title().value());
    link.setRouterIgnore(false);
    link.addClassName("grid-link");
    return link;
  }

  private String name(UserId person) {
    return users.nameOf(person);
  }

  private static String shortened(String need) {
    return need.length() > 90 ? need.substring(0, 89) + "…" : need;
  }

  @Override
  public String getPageTitle() {
    return title + " · Tandem";
  }
}
