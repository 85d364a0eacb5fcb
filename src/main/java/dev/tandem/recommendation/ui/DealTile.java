package dev.tandem.recommendation.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.tandem.deals.Opportunities;
import dev.tandem.deals.Opportunity;
import dev.tandem.deals.ui.DealWords;
import dev.tandem.recommendation.Slate;
import dev.tandem.shared.ui.Formats;
import org.jspecify.annotations.Nullable;

/** A deal on the home page: where it stands and the next things to send. */
final class DealTile extends Article {
  private final transient Opportunity deal;
  private final Div next = new Div();

  DealTile(Opportunity deal, Opportunities opportunities) {
    this.deal = deal;
    addClassName("deal-tile");
    var link = new Anchor(DealWords.path(deal.id()), DealWords.heading(deal));
    link.setRouterIgnore(false);
    link.addClassName("deal-tile-title");
    var amount = new Span(deal.amount() == null ? "" : Formats.shortMoney(deal.amount()));
    amount.addClassName("deal-card-amount");
    var head = new Div(link, amount);
    head.addClassName("deal-card-head");
    var facts = new Div(DealWords.stage(deal, opportunities.stageOf(deal)));
    facts.addClassName("badges");
    var more = DealWords.subheading(deal);
    if (!more.isEmpty()) {
      var name = new Span(more);
      name.addClassName("caption");
      facts.add(name);
    }
    next.addClassName("deal-tile-next");
    next.add(new Div(), new Div());
    next.addClassName("waiting");
    next.getElement().setAttribute("aria-busy", "true");
    add(head, facts, next);
  }

  Opportunity deal() {
    return deal;
  }

  /**
   * @param slate null when nothing could be recommended
   */
  void show(@Nullable Slate slate, SlatePanels panels, Runnable changed) {
    next.removeAll();
    next.removeClassName("waiting");
    next.getElement().removeAttribute("aria-busy");
    if (slate == null || slate.items().isEmpty()) {
      var words =
          new Span(
              slate == null
                  ? "No recommendations right now; open the deal to try again."
                  : slate.degraded()
                      ? "The library is still being read. Come back in a minute."
                      : "Nothing in the library fits yet.");
      words.addClassName("caption");
      next.add(words);
      return;
    }
    var panel = panels.panel();
    panel.onChange(changed);
    panel.show(slate, deal.id(), true);
    next.add(panel);
  }
}
