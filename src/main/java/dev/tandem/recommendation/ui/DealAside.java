package dev.tandem.recommendation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.tandem.deals.Opportunities;
import dev.tandem.deals.Opportunity;
import dev.tandem.feedback.JourneyCoverage;
import dev.tandem.feedback.Sendings;
import dev.tandem.feedback.Shares;
import dev.tandem.library.Assets;
import dev.tandem.shared.ui.Badge;
import dev.tandem.shared.ui.Badge.Tone;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Panel;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Term;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands beside a deal's recommendations: what was sent, what that covers, what is known. */
@org.springframework.stereotype.Component
class DealAside {
  private final Opportunities opportunities;
  private final Shares shares;
  private final JourneyCoverage coverage;
  private final Assets assets;
  private final Clock clock;

  DealAside(
      Opportunities opportunities,
      Shares shares,
      JourneyCoverage coverage,
      Assets assets,
      Clock clock) {
    this.opportunities = opportunities;
    this.shares = shares;
    this.coverage = coverage;
    this.assets = assets;
    this.clock = clock;
  }

  List<Component> panels(Opportunity deal) {
    return List.of(sent(deal), coverage(deal), facts(deal));
  }

  private Component sent(Opportunity deal) {
    var sent = Sendings.of(shares.onDeal(deal.id()));
    var known = assets.findAll(sent.stream().map(Sendings::asset).collect(Collectors.toSet()));
    var panel =
        new Panel(
            "Sent so far",
            SentList.of(
                sent,
                known,
                LocalDate.now(clock),
                "Nothing yet. What you send or copy from here is listed, with what the buyer does"
                    + " with it.",
                one -> ""));
    panel.addClassName("deal-sent");
    return sent.isEmpty()
        ? panel
        : panel.withCaption(Formats.count(sent.size(), "asset", "assets"));
  }

  private Component coverage(Opportunity deal) {
    var now = opportunities.stageOf(deal).stage();
    var list = new UnorderedList();
    list.addClassName("coverage");
    coverage.of(deal.id()).sent().forEach((stage, sent) -> list.add(row(stage, now, sent.size())));
    return new Panel("Journey coverage", list);
  }

  private static ListItem row(JourneyStage stage, @Nullable JourneyStage now, long count) {
    boolean here = stage == now;
    var icon = (count > 0 ? VaadinIcon.CHECK_CIRCLE : VaadinIcon.CIRCLE_THIN).create();
    icon.getElement().setAttribute("aria-hidden", "true");
    var row =
        new ListItem(
            icon,
            new Span(stage.label()),
            new Span(count == 0 ? "nothing sent" : Formats.count(count, "asset", "assets")));
    row.setClassName("covered", count > 0);
    row.setClassName("coverage-here", here);
    if (here && count == 0) row.add(new Badge("Gap now", Tone.WARNING));
    return row;
  }

  private static Component facts(Opportunity deal) {
    var facts = new DescriptionList();
    facts.addClassName("facts");
    add(facts, "Committee", deal.personas());
    add(facts, "Industry", deal.industry() == null ? List.of() : List.of(deal.industry()));
    add(facts, "Region", deal.region() == null ? List.of() : List.of(deal.region()));
    add(facts, "Company size", deal.companySize());
    add(facts, "Products", deal.products());
    add(facts, "Competitors", deal.competitors());
    add(facts, "Sales stage", deal.salesStage());
    add(facts, "Lead source", deal.leadSource());
    if (deal.createdOn() != null) add(facts, "Created", Formats.day(deal.createdOn()));
    if (deal.closedOn() != null) add(facts, "Closed", Formats.day(deal.closedOn()));
    add(facts, "Lost because", deal.lossReason());
    add(facts, "Notes", deal.notes());
    if (facts.getChildren().findAny().isEmpty())
      return new Panel(
          "The buyer",
          new Paragraph("Nothing is known yet. Every detail makes the recommendations better."));
    return new Panel("The buyer", facts);
  }

  private static void add(DescriptionList facts, String name, @Nullable String value) {
    if (value == null || value.isBlank()) return;
    facts.add(new DescriptionList.Term(name), new DescriptionList.Description(value));
  }

  private static void add(DescriptionList facts, String name, List<Term> terms) {
    if (terms.isEmpty()) return;
    var badges = new Div();
    badges.addClassName("badges");
    terms.forEach(term -> badges.add(new Badge(term.label(), Tone.NEUTRAL)));
    var description = new DescriptionList.Description();
    description.add(badges);
    facts.add(new DescriptionList.Term(name), description);
  }
}
