package dev.tandem.deals.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.tandem.deals.Opportunities;
import dev.tandem.deals.Opportunity;
import dev.tandem.deals.OpportunityQuery;
import dev.tandem.deals.OpportunityQuery.Sort;
import dev.tandem.deals.StageReading;
import dev.tandem.shared.ui.Formats;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Deals page by page: a grid where there is room, cards where there is not. */
final class DealList extends Div {
  private final transient Opportunities opportunities;
  private final transient Clock clock;
  private final Grid<Opportunity> grid = new Grid<>();
  private final VirtualList<Opportunity> cards = new VirtualList<>();

  /**
   * @param names how people call an owner
   */
  DealList(Opportunities opportunities, Clock clock, Function<Opportunity, String> names) {
    this.opportunities = opportunities;
    this.clock = clock;
    addClassName("deal-list");
    grid.addClassName("deal-grid");
    cards.addClassName("deal-cards");
    grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES);
    grid.addColumn(new ComponentRenderer<Component, Opportunity>(DealList::title))
        .setHeader("Deal")
        .setFlexGrow(3)
        .setWidth("14rem")
        .setSortProperty(Sort.ACCOUNT.name());
    grid.addColumn(new ComponentRenderer<Component, Opportunity>(this::stage))
        .setHeader("Buyer's stage")
        .setFlexGrow(1)
        .setWidth("12rem")
        .setSortProperty(Sort.SALES_STAGE.name());
    grid.addColumn(deal -> deal.amount() == null ? "–" : Formats.money(deal.amount()))
        .setHeader("Amount")
        .setTextAlign(ColumnTextAlign.END)
        .setWidth("8.5rem")
        .setFlexGrow(0)
        .setSortProperty(Sort.AMOUNT.name());
    grid.addColumn(deal -> names.apply(deal))
        .setHeader("Owner")
        .setWidth("8.5rem")
        .setFlexGrow(0)
        .setSortProperty(Sort.OWNER.name());
    grid.addColumn(
            new ComponentRenderer<Component, Opportunity>(
                deal -> DealWords.outcome(deal.outcome())))
        .setHeader("Outcome")
        .setWidth("6.5rem")
        .setFlexGrow(0);
    grid.addColumn(this::changed)
        .setHeader("Changed")
        .setWidth("8rem")
        .setFlexGrow(0)
        .setSortProperty(Sort.CHANGED.name());
    grid.addItemClickListener(click -> open(click.getItem()));
    cards.setRenderer(new ComponentRenderer<Component, Opportunity>(this::card));
    add(grid, cards);
  }

  /**
   * @param query the list for a sort and whether it descends
   */
  void show(BiFunction<Sort, Boolean, OpportunityQuery> query) {
    grid.setDataProvider(provider(query));
    cards.setDataProvider(provider(query));
  }

  private CallbackDataProvider<Opportunity, Void> provider(
      BiFunction<Sort, Boolean, OpportunityQuery> query) {
    return DataProvider.fromCallbacks(
        window -> {
          var asked = sorted(query, window);
          return opportunities
              .list(asked.page(window.getOffset(), window.getLimit()))
              .deals()
              .stream();
        },
        window -> {
          var _ = window.getOffset();
          return (int) opportunities.list(query.apply(Sort.CHANGED, true).page(0, 1)).total();
        });
  }

  private static OpportunityQuery sorted(
      BiFunction<Sort, Boolean, OpportunityQuery> query, Query<Opportunity, Void> window) {
    if (window.getSortOrders().isEmpty()) return query.apply(Sort.CHANGED, true);
    var order = window.getSortOrders().getFirst();
    return query.apply(
        Sort.valueOf(order.getSorted()), order.getDirection() == SortDirection.DESCENDING);
  }

  private static Component title(Opportunity deal) {
    var cell = new Div(link(deal));
    cell.addClassName("deal-title");
    var more = DealWords.subheading(deal);
    if (!more.isEmpty()) {
      var name = new Span(more);
      name.addClassName("caption");
      cell.add(name);
    }
    return cell;
  }

  private static Anchor link(Opportunity deal) {
    var link = new Anchor(DealWords.path(deal.id()), DealWords.heading(deal));
    link.setRouterIgnore(false);
    link.addClassName("grid-link");
    return link;
  }

  private Component stage(Opportunity deal) {
    StageReading reading = opportunities.stageOf(deal);
    var cell = new Div(DealWords.stage(deal, reading));
    cell.addClassName("deal-stage");
    if (deal.salesStage() != null) {
      var name = new Span(deal.salesStage());
      name.addClassName("caption");
      cell.add(name);
    }
    return cell;
  }

  private Component card(Opportunity deal) {
    var facts = new Div(DealWords.stage(deal, opportunities.stageOf(deal)));
    facts.addClassName("badges");
    if (deal.outcome() != dev.tandem.deals.Outcome.OPEN)
      facts.add(DealWords.outcome(deal.outcome()));
    var amount = new Span(deal.amount() == null ? "" : Formats.shortMoney(deal.amount()));
    amount.addClassName("deal-card-amount");
    var head = new Div(title(deal), amount);
    head.addClassName("deal-card-head");
    var when = new Span("changed " + changed(deal));
    when.addClassName("caption");
    facts.add(when);
    var card = new Div(head, facts);
    card.addClassName("deal-card");
    return card;
  }

  private String changed(Opportunity deal) {
    var zone = ZoneId.systemDefault();
    return Formats.ago(LocalDate.ofInstant(deal.changedAt(), zone), LocalDate.now(clock));
  }

  private static void open(@Nullable Opportunity deal) {
    if (deal != null) UI.getCurrent().navigate(DealWords.path(deal.id()));
  }
}
