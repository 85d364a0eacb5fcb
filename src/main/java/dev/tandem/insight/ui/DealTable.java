package dev.tandem.insight.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.tandem.deals.Opportunities;
import dev.tandem.deals.Opportunity;
import dev.tandem.insight.DealUse;
import dev.tandem.shared.ui.Badge;
import dev.tandem.shared.ui.Formats;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The deals behind a figure. */
@SpringComponent
class DealTable {

  private record Row(DealUse use, @Nullable Opportunity deal) {
    String name() {
      return deal == null ? use.deal().value() : deal.name();
    }
  }

  private final Opportunities opportunities;

  DealTable(Opportunities opportunities) {
    this.opportunities = opportunities;
  }

  Grid<?> of(List<DealUse> uses) {
    var deals = opportunities.findAll(uses.stream().map(DealUse::deal).toList());
    var grid = new Grid<Row>();
    grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
    grid.addComponentColumn(
            row -> {
              var link = new Anchor("deals/" + row.use().deal().value(), row.name());
              link.setRouterIgnore(false);
              link.addClassName("grid-link");
              return link;
            })
        .setHeader("Deal")
        .setWidth("13rem")
        .setFlexGrow(1);
    grid.addComponentColumn(row -> outcome(row.deal()))
        .setHeader("Now")
        .setWidth("6rem")
        .setFlexGrow(0);
    grid.addColumn(
            row ->
                row.deal() == null || row.deal().amount() == null
                    ? "–"
                    : Formats.money(row.deal().amount()))
        .setHeader("Amount")
        .setTextAlign(ColumnTextAlign.END)
        .setWidth("8rem")
        .setFlexGrow(0);
    grid.addColumn(row -> Formats.count(row.use().uses()))
        .setHeader("Uses")
        .setTextAlign(ColumnTextAlign.END)
        .setWidth("5rem")
        .setFlexGrow(0);
    grid.addColumn(row -> Formats.day(row.use().last()))
        .setHeader("Last used")
        .setWidth("8rem")
        .setFlexGrow(0);
    grid.setItems(uses.stream().map(use -> new Row(use, deals.get(use.deal()))).toList());
    grid.setAllRowsVisible(uses.size() <= 10);
    return grid;
  }

  private static Badge outcome(@Nullable Opportunity deal) {
    if (deal == null) return new Badge("Unknown", Badge.Tone.NEUTRAL);
    return switch (deal.outcome()) {
      case WON -> new Badge("Won", Badge.Tone.GOOD);
      case LOST -> new Badge("Lost", Badge.Tone.BAD);
      case OPEN -> new Badge("Open", Badge.Tone.ACCENT);
    };
  }
}
