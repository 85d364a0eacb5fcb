package dev.tandem.requests.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.tandem.deals.Opportunity;
import dev.tandem.deals.OpportunityId;
import dev.tandem.identity.UserId;
import dev.tandem.requests.ContentRequest;
import dev.tandem.requests.MoneyBehind;
import dev.tandem.requests.RequestState;
import dev.tandem.shared.ui.Badge;
import dev.tandem.shared.ui.Badge.Tone;
import dev.tandem.shared.ui.Formats;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Requests in words, badges and cards, the same in every view. */
final class RequestCards {
  private RequestCards() {}

  static Badge state(RequestState state) {
    return switch (state) {
      case ASKED -> new Badge(state.label(), Tone.WARNING);
      case ACCEPTED, IN_WORK -> new Badge(state.label(), Tone.ACCENT);
      case DELIVERED -> new Badge(state.label(), Tone.GOOD);
      case PROVEN ->
          new Badge("✓ " + state.label(), Tone.GOOD, "Used in a deal since it was delivered");
      case DECLINED -> new Badge(state.label(), Tone.BAD);
      case MERGED -> new Badge(state.label(), Tone.NEUTRAL);
    };
  }

  /** What is due when; red words only where a promise is broken. */
  static Component due(ContentRequest request, LocalDate today) {
    if (!request.isOpen()) return new Span();
    var what = request.state() == RequestState.ASKED ? "answer due " : "due ";
    var words = what + Formats.ago(request.due(), today);
    if (request.isLate(today)) return new Badge("Late: " + words, Tone.BAD);
    return caption(words);
  }

  /** "2 open deals: EUR 120,000 + USD 40,000"; empty without an open deal. */
  static String money(MoneyBehind money) {
    if (money.openDeals() == 0) return "";
    var sums = money.sums().stream().map(Formats::money).collect(Collectors.joining(" + "));
    var deals = Formats.count(money.openDeals(), "open deal", "open deals");
    var without =
        money.withoutAmount() == 0 ? "" : " (" + money.withoutAmount() + " without an amount)";
    return deals + (sums.isEmpty() ? "" : ": " + sums) + without;
  }

  static MoneyBehind behind(ContentRequest request, Map<OpportunityId, Opportunity> deals) {
    Collection<Opportunity> known =
        request.deals().stream().map(deals::get).filter(Objects::nonNull).toList();
    return MoneyBehind.of(known);
  }

  /**
   * @param names of people, as others call them
   */
  static Component card(
      ContentRequest request,
      Map<OpportunityId, Opportunity> deals,
      Function<UserId, String> names,
      LocalDate today) {
    var link = link(request);
    var facts = new Div();
    facts.addClassName("badges");
    var kind = request.wish().kind();
    if (kind != null) facts.add(new Badge(kind.label(), Tone.NEUTRAL));
    if (request.askers().size() > 1)
      facts.add(new Badge(request.askers().size() + " ask", Tone.NEUTRAL));
    var card = new Div(link, facts, due(request, today));
    var money = money(behind(request, deals));
    if (!money.isEmpty()) card.add(caption(money));
    var owner = request.owner();
    card.add(caption(owner == null ? "nobody’s yet" : names.apply(owner)));
    card.addClassName("request-card");
    return card;
  }

  static Anchor link(ContentRequest request) {
    var link = new Anchor("requests/" + request.id(), request.wish().need());
    link.setRouterIgnore(false);
    link.addClassNames("grid-link", "request-link");
    return link;
  }

  static Span caption(String text) {
    var span = new Span(text);
    span.addClassName("caption");
    return span;
  }
}
