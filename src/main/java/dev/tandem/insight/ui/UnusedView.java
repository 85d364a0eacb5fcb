package dev.tandem.insight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.Roles;
import dev.tandem.insight.ReportTables;
import dev.tandem.insight.UnusedReport;
import dev.tandem.insight.UnusedReport.Stuck;
import dev.tandem.insight.UnusedReport.Unused;
import dev.tandem.library.AssetEdit;
import dev.tandem.library.AssetEditing;
import dev.tandem.library.AssetId;
import dev.tandem.library.AssetStatus;
import dev.tandem.library.Assets;
import dev.tandem.library.Merges;
import dev.tandem.library.ui.MergeCopies;
import dev.tandem.shared.ui.Badge;
import dev.tandem.shared.ui.EmptyState;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Notices;
import dev.tandem.shared.ui.Panel;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What nobody uses, what seems to keep it out, and what to do about it. */
@Route("performance/unused")
@PageTitle("Unused · Content performance · Tandem")
@RolesAllowed({Roles.MARKETER, Roles.ADMINISTRATOR})
class UnusedView extends ReportView {
  private static final Logger LOG = LoggerFactory.getLogger(UnusedView.class);
  private static final int MOST = 100;

  private final transient UnusedReport report;
  private final transient AssetEditing editing;
  private final transient Assets assets;
  private final transient Merges merges;
  private final transient AskForContent ask;
  private final transient CurrentUser currentUser;

  UnusedView(
      UnusedReport report,
      AssetEditing editing,
      Assets assets,
      Merges merges,
      AskForContent ask,
      CurrentUser currentUser,
      Clock clock) {
    super(
        "performance/unused",
        "Unused and why",
        "Live content that gets stuck somewhere on its way to a buyer, and what there is to see"
            + " about it.",
        clock);
    this.report = report;
    this.editing = editing;
    this.assets = assets;
    this.merges = merges;
    this.ask = ask;
    this.currentUser = currentUser;
    addClassName("unused-view");
  }

  /** Praise only where there was something to look at. */
  private static EmptyState nothing(UnusedReport.Page page, ReportState state) {
    if (page.live() == 0)
      return new EmptyState(
          VaadinIcon.FILE_TEXT_O,
          "There is nothing to look at yet",
          "No content is live. Once some is, and reps work with it, what gets stuck stands here.");
    if (page.live() == page.tooNew())
      return new EmptyState(
          VaadinIcon.HOURGLASS,
          "There is nothing to look at in these days",
          "Only what was there on the first of them counts; choose a shorter period.");
    return new EmptyState(
        VaadinIcon.CHECK_CIRCLE_O,
        "Nothing is stuck",
        "Everything live was opened and sent, " + state.period().inWords() + ".");
  }

  @Override
  void show(ReportState state, Div content) {
    var page = report.unused(state.period().window());
    if (page.assets().isEmpty()) {
      content.add(nothing(page, state));
      return;
    }
    var chips = new StateChips(state, "stuck");
    chips.add("All", page.assets().size(), "");
    for (var stuck : Stuck.values())
      chips.add(
          stuck.label(),
          page.assets().stream().filter(one -> one.stuck() == stuck).count(),
          stuck.id());
    var shown =
        page.assets().stream()
            .filter(
                one -> state.get("stuck").isEmpty() || one.stuck().id().equals(state.get("stuck")))
            .toList();
    var rows = new Div();
    rows.addClassName("gap-rows");
    shown.stream().limit(MOST).forEach(one -> rows.add(row(one, state)));
    if (shown.size() > MOST)
      rows.add(
          Cells.faint(
              "The first "
                  + MOST
                  + " of "
                  + Formats.count(shown.size())
                  + "; the files hold all."));
    content.add(
        chips,
        new Panel("Unused", rows)
            .withCaption(
                Formats.count(shown.size())
                    + " of "
                    + Formats.count(page.live(), "live asset", "live assets")
                    + (page.tooNew() == 0
                        ? ""
                        : "; " + Formats.count(page.tooNew()) + " too new to say")
                    + ", "
                    + state.period().inWords())
            .withActions(
                new ExportLinks(
                    () ->
                        ReportTables.unused(
                            new UnusedReport.Page(shown, page.live(), page.tooNew())))));
  }

  private Component row(Unused one, ReportState state) {
    var asset = one.asset();
    var id = asset.id().value();
    var head =
        new Div(
            Cells.asset(id, asset.title().value()),
            new Badge(
                one.stuck().label(),
                one.stuck() == Stuck.DISMISSED ? Badge.Tone.BAD : Badge.Tone.NEUTRAL));
    head.addClassName("gap-head");
    var why = new UnorderedList();
    for (var reason : one.why()) why.add(new ListItem(reason));
    if (!one.reasons().isEmpty())
      why.add(
          new ListItem(
              "Reps said: "
                  + one.reasons().stream()
                      .limit(3)
                      .map(reason -> reason.reason() + " (" + reason.count() + ")")
                      .collect(Collectors.joining(", "))));
    if (one.why().isEmpty() && one.reasons().isEmpty())
      why.add(new ListItem("Nothing in its labels or the open deals tells why."));
    var counted =
        Cells.faint(
            asset.type().value().label()
                + " · listed "
                + Formats.count(one.served(), "time", "times")
                + ", seen on "
                + Formats.count(one.seen(), "list", "lists")
                + (Double.isNaN(one.position())
                    ? ""
                    : ", usually at position " + Math.round(one.position()))
                + ", opened "
                + Formats.count(one.opens(), "time", "times")
                + (one.dismissals() == 0
                    ? ""
                    : ", dismissed " + Formats.count(one.dismissals(), "time", "times")));
    var words = new Div(head, counted, why);
    words.addClassName("gap-words");
    var actions = new Div(link("library/" + id, "Correct its labels"));
    actions.addClassName("unused-actions");
    for (var copy : one.betterCopy())
      assets
          .find(copy)
          .ifPresent(
              better -> {
                actions.add(link("library/" + copy.value(), "See its near copy"));
                actions.add(
                    new Button(
                        "Merge into it …",
                        click ->
                            MergeCopies.ask(
                                merges,
                                better,
                                List.of(asset),
                                currentUser.require().id().value(),
                                state::go)));
              });
    var owner = asset.owner();
    if (owner != null && owner.contains("@")) actions.add(link("mailto:" + owner, "Ask " + owner));
    else
      actions.add(
          ask.button(
              owner == null ? "Ask about it" : "Ask its owner",
              (owner == null ? "" : "For " + owner + ": ")
                  + "is “"
                  + asset.title().value()
                  + "” still needed? "
                  + one.stuck().label()
                  + ".",
              List.of(counted.getText()),
              ""));
    actions.add(new Button("Archive", click -> archive(asset.id(), state)));
    var row = new Div(words, actions);
    row.addClassName("gap-row");
    return row;
  }

  private static Anchor link(String address, String words) {
    var link = new Anchor(address, words);
    link.setRouterIgnore(address.startsWith("mailto:"));
    link.addClassName("button-link");
    return link;
  }

  private void archive(AssetId asset, ReportState state) {
    try {
      set(asset, AssetStatus.ARCHIVED);
    } catch (RuntimeException e) {
      LOG.error("An asset could not be archived", e);
      Notices.failed("It could not be archived just now. Please try again.");
      return;
    }
    state.go();
    Notices.done(
        "Archived: it is no longer recommended.",
        () -> {
          set(asset, AssetStatus.PUBLISHED);
          state.go();
        });
  }

  private void set(AssetId asset, AssetStatus status) {
    var _ =
        editing.edit(
            asset, List.of(new AssetEdit.Status(status)), currentUser.require().id().value());
  }
}
