package dev.tandem.insight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tandem.identity.Roles;
import dev.tandem.identity.Users;
import dev.tandem.insight.ChampionsReport;
import dev.tandem.insight.ReportTables;
import dev.tandem.shared.ui.EmptyState;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Panel;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** Won deals, the content they used and the people behind both. */
@Route("performance/champions")
@PageTitle("Champions · Content performance · Tandem")
@RolesAllowed({Roles.MARKETER, Roles.ADMINISTRATOR})
class ChampionsView extends ReportView {
  private static final int MOST = 50;
  private static final int PARTS = 6;

  private final transient ChampionsReport report;
  private final transient Users users;

  ChampionsView(ChampionsReport report, Users users, Clock clock) {
    super(
        "performance/champions",
        "Champions",
        "Won deals with the content and the people behind them: to celebrate, not to rank.",
        clock);
    this.report = report;
    this.users = users;
    addClassName("champions-view");
  }

  @Override
  void show(ReportState state, Div content) {
    var champions = report.champions(state.period().window());
    if (champions.isEmpty()) {
      content.add(
          new EmptyState(
              VaadinIcon.TROPHY,
              "No deal with content was won, " + state.period().inWords(),
              "Deals that were won and used content show here."));
      return;
    }
    var rows = new Div();
    rows.addClassName("gap-rows");
    champions.stream().limit(MOST).forEach(champion -> rows.add(row(champion)));
    if (champions.size() > MOST)
      rows.add(Cells.faint("The latest " + MOST + "; the files hold all."));
    content.add(
        new Panel("Won with content", rows)
            .withCaption(
                Formats.count(champions.size(), "deal", "deals")
                    + ", the latest first, "
                    + state.period().inWords())
            .withActions(new ExportLinks(() -> ReportTables.champions(champions))));
  }

  private Component row(ChampionsReport.Champion champion) {
    var deal = champion.deal();
    var head = new Div(Cells.deal(deal.id().value(), deal.name()));
    if (deal.amount() != null) head.add(Cells.faint(Formats.money(deal.amount())));
    head.addClassName("gap-head");
    var who =
        Cells.faint(
            "Won"
                + (deal.closedOn() == null ? "" : " on " + Formats.day(deal.closedOn()))
                + (deal.owner() == null ? "" : " by " + users.nameOf(deal.owner())));
    var parts = new Div();
    parts.addClassName("plain-list");
    champion.parts().stream()
        .limit(PARTS)
        .forEach(
            part ->
                parts.add(
                    new Div(
                        Cells.asset(part.asset(), part.label()),
                        Cells.faint(
                            Formats.count(part.uses(), "use", "uses")
                                + (part.author() != null
                                    ? ", made by " + part.author()
                                    : part.owner() != null ? ", owned by " + part.owner() : "")))));
    if (champion.parts().size() > PARTS)
      parts.add(Cells.faint("and " + (champion.parts().size() - PARTS) + " more assets"));
    var words = new Div(head, who, parts);
    words.addClassName("gap-words");
    var row = new Div(words);
    row.addClassName("gap-row");
    return row;
  }
}
