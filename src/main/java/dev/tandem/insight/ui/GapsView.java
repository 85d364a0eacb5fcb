package dev.tandem.insight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tandem.deals.Opportunities;
import dev.tandem.deals.Opportunity;
import dev.tandem.deals.OpportunityId;
import dev.tandem.identity.Roles;
import dev.tandem.insight.GapsReport;
import dev.tandem.insight.GapsReport.Gap;
import dev.tandem.insight.GapsReport.Kind;
import dev.tandem.insight.ReportTables;
import dev.tandem.shared.ui.Badge;
import dev.tandem.shared.ui.EmptyState;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Panel;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** What content is missing, with the money behind it. */
@Route("performance/gaps")
@PageTitle("Gaps · Content performance · Tandem")
@RolesAllowed({Roles.MARKETER, Roles.ADMINISTRATOR})
class GapsView extends ReportView {
  private static final int MOST = 60;
  private static final int DEALS = 4;

  private final transient GapsReport report;
  private final transient Opportunities opportunities;
  private final transient AskForContent ask;

  GapsView(GapsReport report, Opportunities opportunities, AskForContent ask, Clock clock) {
    super(
        "performance/gaps",
        "Gaps",
        "What is missing, told from searches, deals and losses; most money in open deals first."
            + " The amounts are those of the deals concerned, not what content would win.",
        clock);
    this.report = report;
    this.opportunities = opportunities;
    this.ask = ask;
    addClassName("gaps-view");
  }

  /** Praise only where there was something to look at. */
  private EmptyState nothing(ReportState state) {
    if (opportunities.countByOutcome().values().stream().allMatch(count -> count == 0))
      return new EmptyState(
          VaadinIcon.BRIEFCASE,
          "There is nothing to look at yet",
          "Gaps are told from deals, from searches without a use and from loss reasons. There are"
              + " no deals yet.");
    return new EmptyState(
        VaadinIcon.CHECK_CIRCLE_O,
        "No gap was found",
        "Gaps show in searches without a use, in deals with weak candidates, in places of the"
            + " journey without content and in loss reasons, "
            + state.period().inWords()
            + ".");
  }

  @Override
  void show(ReportState state, Div content) {
    var gaps = report.gaps(state.period().window());
    if (gaps.isEmpty()) {
      content.add(nothing(state));
      return;
    }
    var chips = new StateChips(state.with("gap", null), "kind");
    chips.add("All", gaps.size(), "");
    for (var kind : Kind.values()) {
      long count = gaps.stream().filter(gap -> gap.kind() == kind).count();
      if (count > 0) chips.add(kind.label(), count, kind.id());
    }
    var one = gaps.stream().filter(gap -> gap.key().equals(state.get("gap"))).toList();
    var shown =
        one.isEmpty()
            ? gaps.stream()
                .filter(
                    gap -> state.get("kind").isEmpty() || gap.kind().id().equals(state.get("kind")))
                .toList()
            : one;
    var deals =
        opportunities.findAll(
            shown.stream()
                .limit(MOST)
                .flatMap(gap -> gap.openDeals().stream().limit(DEALS))
                .distinct()
                .toList());
    var rows = new Div();
    rows.addClassName("gap-rows");
    shown.stream().limit(MOST).forEach(gap -> rows.add(row(gap, deals)));
    if (shown.size() > MOST)
      rows.add(
          Cells.faint(
              "The first "
                  + MOST
                  + " of "
                  + Formats.count(shown.size())
                  + "; the files hold all."));
    if (!state.get("gap").isEmpty()) content.add(only(state, !one.isEmpty()));
    if (one.isEmpty()) content.add(chips);
    content.add(
        new Panel("Gaps", rows)
            .withCaption(
                Formats.count(shown.size(), "gap", "gaps") + ", " + state.period().inWords())
            .withActions(new ExportLinks(() -> ReportTables.gaps(shown))));
  }

  private static Component only(ReportState state, boolean found) {
    var all = new Button("Show all gaps", click -> state.with("gap", null).go());
    all.addThemeVariants(ButtonVariant.LUMO_SMALL);
    var note =
        new Div(
            new Span(
                found
                    ? "One gap is shown, as the link asked for."
                    : "The gap of this link is not among those of these days any more."),
            all);
    note.addClassNames("inline-form", "gap-alone");
    return note;
  }

  private Component row(Gap gap, Map<OpportunityId, Opportunity> deals) {
    var title = new H3(gap.title());
    var head = new Div(title, new Badge(gap.kind().label(), Badge.Tone.NEUTRAL));
    head.addClassName("gap-head");
    var evidence = new UnorderedList();
    for (var one : gap.evidence()) evidence.add(new ListItem(one));
    var words = new Div(head, evidence, dealLinks(gap, deals));
    words.addClassName("gap-words");
    var money = new Div();
    money.addClassName("gap-money");
    var amount = new Span(Cells.money(gap.openMoney()));
    amount.addClassName("rate");
    money.add(
        amount,
        Cells.faint("in " + Formats.count(gap.openDeals().size(), "open deal", "open deals")));
    if (!gap.lostMoney().isEmpty())
      money.add(Cells.faint(Cells.money(gap.lostMoney()) + " lost in the period"));
    var row =
        new Div(words, money, ask.button("Ask for it", gap.need(), gap.evidence(), gap.query()));
    row.addClassName("gap-row");
    row.getElement().setAttribute("data-kind", gap.kind().id());
    return row;
  }

  private static Component dealLinks(Gap gap, Map<OpportunityId, Opportunity> deals) {
    var links = new Div();
    links.addClassName("gap-deals");
    List<OpportunityId> first = gap.openDeals().stream().limit(DEALS).toList();
    for (var id : first) {
      var deal = deals.get(id);
      var link = new Anchor("deals/" + id.value(), deal == null ? id.value() : deal.name());
      link.setRouterIgnore(false);
      link.addClassName("grid-link");
      links.add(link);
    }
    if (gap.openDeals().size() > DEALS)
      links.add(Cells.faint("and " + Formats.count(gap.openDeals().size() - DEALS) + " more"));
    return links;
  }
}
