package dev.tandem.insight.privacy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.User;
import dev.tandem.identity.UserId;
import dev.tandem.insight.privacy.PeopleReports;
import dev.tandem.insight.privacy.PersonFigures;
import dev.tandem.shared.TimeWindow;
import dev.tandem.shared.ui.EmptyState;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.PageHeader;
import dev.tandem.shared.ui.Panel;
import dev.tandem.shared.ui.StatTile;
import jakarta.annotation.security.PermitAll;
import java.util.Locale;

/** A person's own figures, and who looked at them. */
@Route("figures")
@PageTitle("My figures · Tandem")
@Menu(title = "My figures", order = 62, icon = "vaadin:user-card")
@PermitAll
class FiguresView extends Div implements AfterNavigationObserver {
  private static final int[] DAYS = {30, 90, 365};

  private final transient PeopleReports reports;
  private final transient User user;

  FiguresView(PeopleReports reports, CurrentUser currentUser) {
    this.reports = reports;
    this.user = currentUser.require();
    addClassNames("view", "figures-view");
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    var parameters = event.getLocation().getQueryParameters();
    int days = days(parameters.getSingleParameter("days").orElse(""));
    var of = parameters.getSingleParameter("of").orElse("");
    var window = reports.last(days);
    removeAll();
    if (of.isEmpty() || of.equals(user.id().value())) own(window, days);
    else another(of, window, days);
  }

  private void own(TimeWindow window, int days) {
    add(
        new PageHeader("My figures", "What you did with content. Nobody is ranked by it."),
        chips("", days),
        tiles(reports.own(user, window), days),
        looks());
  }

  private void another(String name, TimeWindow window, int days) {
    UserId person;
    try {
      person = new UserId(name);
    } catch (IllegalArgumentException wrong) {
      refuse();
      return;
    }
    reports
        .of(person, window, user)
        .ifPresentOrElse(
            figures ->
                add(
                    new PageHeader(
                        "Figures of " + person,
                        "That you looked at them is written down, and shown to the person."),
                    chips(person.value(), days),
                    tiles(figures, days)),
            this::refuse);
  }

  private void refuse() {
    add(
        new PageHeader("Figures of a person", ""),
        new EmptyState(
            VaadinIcon.LOCK,
            "These are not for you to see",
            "Reports on people are off, or you are no administrator. Your own are always here.",
            new Button("My figures", click -> UI.getCurrent().navigate("figures"))));
  }

  private static int days(String text) {
    for (int each : DAYS) if (text.equals(String.valueOf(each))) return each;
    return 90;
  }

  private static Component chips(String of, int chosen) {
    var chips = new Div();
    chips.addClassName("state-chips");
    for (int days : DAYS) {
      var target = new java.util.LinkedHashMap<String, String>();
      if (!of.isEmpty()) target.put("of", of);
      target.put("days", String.valueOf(days));
      var chip =
          new Button(
              "Last " + days + " days",
              click -> UI.getCurrent().navigate("figures", QueryParameters.simple(target)));
      chip.addClassName("state-chip");
      chip.getElement().setAttribute("aria-pressed", String.valueOf(days == chosen));
      if (days == chosen) chip.addClassName("state-chip-chosen");
      chips.add(chip);
    }
    return chips;
  }

  private static Component tiles(PersonFigures figures, int days) {
    var window = "in the last " + days + " days";
    double perHundred =
        figures.uses() == 0 ? Double.NaN : 100.0 * figures.judged() / figures.uses();
    var tiles =
        new Div(
            new StatTile(
                "Uses", Formats.count(figures.uses()), "opened, downloaded, sent " + window),
            new StatTile("Sent to buyers", Formats.count(figures.shares()), "of these uses"),
            new StatTile(
                "Looked at by buyers",
                Formats.count(figures.buyerViews()),
                "page views of what was sent"),
            new StatTile(
                "Judgments per hundred uses",
                Double.isNaN(perHundred) ? "–" : String.format(Locale.ENGLISH, "%.0f", perHundred),
                Formats.count(figures.judged())
                    + " ratings and dismissals of "
                    + Formats.count(figures.uses(), "use", "uses")),
            new StatTile(
                "Searches that led to a use",
                Formats.percent(figures.searchesUsed().rate()),
                Formats.count(figures.searchesUsed().successes())
                    + " of "
                    + Formats.count(figures.searchesUsed().trials())),
            new StatTile("Deals", Formats.count(figures.deals()), "with a use " + window));
    tiles.addClassName("stats");
    return tiles;
  }

  private Component looks() {
    var panel = new Panel("Who looked at your figures");
    var looks = reports.looksAt(user.id());
    if (looks.isEmpty()) {
      var words =
          new Paragraph(
              reports.areOn()
                  ? "Nobody but you."
                  : "Nobody but you: reports on people are off in this company.");
      words.addClassName("caption");
      panel.add(words);
      return panel;
    }
    var list = new UnorderedList();
    list.addClassName("request-list");
    looks.forEach(look -> list.add(new ListItem(look.viewer() + ", " + Formats.moment(look.at()))));
    panel.add(list);
    return panel;
  }
}
