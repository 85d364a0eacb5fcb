package dev.tandem.insight.upkeep.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.Roles;
import dev.tandem.insight.upkeep.CopyGroup;
import dev.tandem.insight.upkeep.LibraryUpkeep;
import dev.tandem.insight.upkeep.Retirement;
import dev.tandem.insight.upkeep.ReviewReason;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetEditing;
import dev.tandem.library.AssetListing;
import dev.tandem.library.Merges;
import dev.tandem.library.ui.MergeCopies;
import dev.tandem.requests.MoneyBehind;
import dev.tandem.shared.ui.Badge;
import dev.tandem.shared.ui.Badge.Tone;
import dev.tandem.shared.ui.EmptyState;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.PageHeader;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the library asks for: to review, to retire, one of several copies, what changed outside. */
@Route("upkeep")
@PageTitle("Upkeep · Tandem")
@Menu(title = "Upkeep", order = 32, icon = "vaadin:calendar-clock")
@RolesAllowed({Roles.MARKETER, Roles.ADMINISTRATOR})
class UpkeepView extends Div implements AfterNavigationObserver {
  private static final int MOST = 200;

  private final transient LibraryUpkeep upkeep;
  private final transient AssetEditing editing;
  private final transient AssetListing listing;
  private final transient Merges merges;
  private final transient SubjectPanel subjects;
  private final transient Clock clock;
  private final String who;
  private final Div chips = new Div();
  private final Div content = new Div();
  private String list = "review";

  UpkeepView(
      LibraryUpkeep upkeep,
      AssetEditing editing,
      AssetListing listing,
      Merges merges,
      SubjectPanel subjects,
      CurrentUser currentUser,
      Clock clock) {
    this.upkeep = upkeep;
    this.editing = editing;
    this.listing = listing;
    this.merges = merges;
    this.subjects = subjects;
    this.clock = clock;
    this.who = currentUser.require().id().value();
    addClassNames("view", "upkeep-view");
    chips.addClassName("state-chips");
    content.addClassName("request-main");
    add(
        new PageHeader(
            "Upkeep", "What to look at, to retire or to merge, so that the library stays alive."),
        chips,
        content);
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    list = event.getLocation().getQueryParameters().getSingleParameter("list").orElse("review");
    show();
  }

  private void show() {
    chips.removeAll();
    chips.add(
        chip("To review", "review"),
        chip("May retire", "retire"),
        chip("Near copies", "copies"),
        chip("What changed outside", "changes"));
    content.removeAll();
    switch (list) {
      case "retire" -> retire();
      case "copies" -> copies();
      case "changes" -> content.add(subjects.panel());
      default -> review();
    }
  }

  private Button chip(String words, String target) {
    var chip =
        new Button(
            words, click -> UI.getCurrent().navigate("upkeep", QueryParameters.of("list", target)));
    chip.addClassName("state-chip");
    boolean chosen = target.equals(list);
    chip.getElement().setAttribute("aria-pressed", String.valueOf(chosen));
    if (chosen) chip.addClassName("state-chip-chosen");
    return chip;
  }

  private Ticked ticked() {
    return new Ticked(editing, who, LocalDate.now(clock), listing.owners(), this::show);
  }

  private void review() {
    var found = upkeep.toReview();
    if (found.isEmpty()) {
      content.add(
          listing.overview().total() == 0
              ? new EmptyState(
                  VaadinIcon.FILE_TEXT_O,
                  "There is nothing to look at yet",
                  "The library is empty. What is due for review stands here then.")
              : new EmptyState(
                  VaadinIcon.CHECK_CIRCLE_O,
                  "Nothing to review",
                  "No review is due, nothing expires soon, nobody calls anything out of date."));
      return;
    }
    var bar = ticked();
    var rows = rows();
    for (var each : found.subList(0, Math.min(MOST, found.size()))) {
      var badges = new Div();
      badges.addClassName("badges");
      each.reasons().forEach(reason -> badges.add(badge(reason)));
      var words =
          each.reasons().stream().map(ReviewReason::words).collect(Collectors.joining("; "));
      rows.add(row(bar.box(each.asset()), each.asset(), words, badges));
    }
    content.add(bar, rows);
    more(found.size());
  }

  private static Badge badge(ReviewReason reason) {
    var tone =
        switch (reason.kind()) {
          case EXPIRED -> Tone.BAD;
          case DUE, CALLED_OUTDATED, SUBJECT_CHANGED -> Tone.WARNING;
          case RESULTS_FELL, SOON -> Tone.NEUTRAL;
        };
    return new Badge(reason.kind().label(), tone, reason.words());
  }

  private void retire() {
    var found = upkeep.toRetire(MOST);
    if (found.total() == 0) {
      content.add(
          new EmptyState(
              VaadinIcon.ARCHIVE,
              "Nothing to retire",
              "Everything was used in the last half year, or is newer than that."));
      return;
    }
    var bar = ticked();
    var rows = rows();
    for (var each : found.first())
      rows.add(row(bar.box(each.asset()), each.asset(), lost(each), new Span()));
    content.add(bar, rows);
    more(found.total());
  }

  /** "never used since 2025-01-01 · would be lost: 3 uses, 0 in the last year; 1 open deal …". */
  private static String lost(Retirement each) {
    var money = MoneyBehind.of(each.openDeals());
    var deals =
        money.openDeals() == 0
            ? "no open deal has it"
            : Formats.count(money.openDeals(), "open deal has it", "open deals have it")
                + (money.sums().isEmpty()
                    ? ""
                    : " ("
                        + money.sums().stream()
                            .map(Formats::money)
                            .collect(Collectors.joining(" + "))
                        + ")");
    return "%s · would be lost: %s, %s in the last year; %s%s"
        .formatted(
            each.why(),
            Formats.count(each.uses(), "use", "uses"),
            Formats.count(each.usesLastYear()),
            deals,
            each.better() == null ? "" : " · “" + each.better() + "” says the same and is used");
  }

  private void copies() {
    var found = upkeep.copies();
    if (found.isEmpty()) {
      content.add(
          new EmptyState(
              VaadinIcon.COPY_O,
              "No near copies",
              "No two assets say nearly the same, or their texts are still being read."));
      return;
    }
    var bar = ticked();
    var rows = rows();
    for (CopyGroup group : found.subList(0, Math.min(MOST, found.size()))) {
      var merge =
          new Button(
              "Merge " + Formats.count(group.others().size(), "copy", "copies") + " into it …",
              click -> MergeCopies.ask(merges, group.best(), group.others(), who, this::show));
      merge.addThemeVariants(ButtonVariant.LUMO_SMALL);
      merge.setAriaLabel("Merge the copies of " + group.best().title().value() + " into it");
      rows.add(
          row(
              new Badge("Best", Tone.GOOD, "In date, then newest, then most used"),
              group.best(),
              facts(group.best()),
              merge));
      for (var other : group.others())
        rows.add(row(bar.box(other), other, facts(other), instead(group, other)));
    }
    content.add(bar, rows);
    more(found.size());
  }

  /** People may know better which is the best. */
  private Button instead(CopyGroup group, Asset other) {
    var others = new ArrayList<>(group.others());
    others.remove(other);
    others.addFirst(group.best());
    var button =
        new Button(
            "Keep this one …", click -> MergeCopies.ask(merges, other, others, who, this::show));
    button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
    button.setAriaLabel("Keep " + other.title().value() + " and merge the others into it");
    return button;
  }

  private String facts(Asset asset) {
    var published = asset.publishedOn();
    return asset.stateOn(LocalDate.now(clock)).label()
        + ", "
        + (published == null
            ? "changed " + Formats.day(asset.changedAt())
            : "of " + Formats.day(published));
  }

  private static Div rows() {
    var rows = new Div();
    rows.addClassName("table-rows");
    return rows;
  }

  private static Component row(Component box, Asset asset, String words, Component aside) {
    var link = new Anchor("library/" + asset.id().value(), asset.title().value());
    link.setRouterIgnore(false);
    link.addClassName("grid-link");
    var caption = new Span(words);
    caption.addClassName("caption");
    var facts =
        List.of(asset.type().value().label(), asset.owner() == null ? "no owner" : asset.owner());
    var who = new Span(String.join(" · ", facts));
    who.addClassName("caption");
    var main = new Div(link, who, caption);
    main.addClassNames("row-main", "upkeep-words");
    var row = new Div(box, main, aside);
    row.addClassNames("table-row", "upkeep-row");
    return row;
  }

  private void more(int found) {
    if (found <= MOST) return;
    var words = new Span("The first " + MOST + " of " + Formats.count(found) + ".");
    words.addClassName("caption");
    content.add(words);
  }
}
