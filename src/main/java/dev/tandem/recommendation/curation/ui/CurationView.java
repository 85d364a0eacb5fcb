package dev.tandem.recommendation.curation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.Roles;
import dev.tandem.identity.UserId;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetId;
import dev.tandem.library.AssetListing;
import dev.tandem.library.Assets;
import dev.tandem.recommendation.curation.CurationDesk;
import dev.tandem.recommendation.curation.CurationDesk.Listed;
import dev.tandem.recommendation.curation.CurationDesk.State;
import dev.tandem.recommendation.curation.CurationRule;
import dev.tandem.shared.ui.EmptyState;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Notices;
import dev.tandem.shared.ui.PageHeader;
import dev.tandem.shared.ui.Panel;
import dev.tandem.taxonomy.Taxonomy;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What marketing pins, boosts and buries, and what that does. */
@Route("curation")
@PageTitle("Curation · Tandem")
@Menu(title = "Curation", order = 36, icon = "vaadin:pin")
@RolesAllowed({Roles.MARKETER, Roles.ADMINISTRATOR})
class CurationView extends Div implements AfterNavigationObserver {
  private final transient CurationDesk desk;
  private final transient Assets assets;
  private final transient AssetListing library;
  private final transient Taxonomy taxonomy;
  private final transient UserId self;
  private final Div content = new Div();

  CurationView(
      CurationDesk desk,
      Assets assets,
      AssetListing library,
      Taxonomy taxonomy,
      CurrentUser currentUser) {
    this.desk = desk;
    this.assets = assets;
    this.library = library;
    this.taxonomy = taxonomy;
    this.self = currentUser.require().id();
    addClassNames("view", "curation");
    content.addClassName("report");
    var add = new Button("New rule", VaadinIcon.PLUS.create(), click -> edit(null));
    add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add(
        new PageHeader(
            "Curation",
            "Put content first, further up or further down for a segment and a time. Reps see who"
                + " decided it and why; what may not be shown stays hidden.",
            add),
        content);
    show();
  }

  /** {@code asset} in the address begins a rule for it. */
  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    event
        .getLocation()
        .getQueryParameters()
        .getSingleParameter("asset")
        .flatMap(this::find)
        .ifPresent(asset -> dialog(null).about(asset).open());
  }

  private Optional<Asset> find(String id) {
    try {
      return assets.find(new AssetId(id));
    } catch (IllegalArgumentException noId) {
      return Optional.empty(); // an address that somebody typed
    }
  }

  private void show() {
    content.removeAll();
    var all = desk.list();
    if (all.isEmpty()) {
      content.add(
          new EmptyState(
              VaadinIcon.PIN,
              "No rules: the ranking alone decides",
              "A rule helps where you know more than the log does, such as a trade fair next week"
                  + " or a price list about to change.",
              new Button("Write the first one", click -> edit(null))));
      return;
    }
    content.add(panel("In force", in(all, State.ACTIVE), measuring()));
    var planned = in(all, State.PLANNED);
    if (!planned.isEmpty()) content.add(panel("Planned", planned, ""));
    var over = all.stream().filter(each -> each.state().compareTo(State.EXPIRED) >= 0).toList();
    if (!over.isEmpty()) content.add(panel("Over", over, "Kept with who decided and who ended"));
  }

  private static List<Listed> in(List<Listed> all, State state) {
    return all.stream().filter(each -> each.state() == state).toList();
  }

  private String measuring() {
    return desk.leftOut() == 0
        ? "No visit goes without rules, so what they do is not measured"
        : "%s of visits, drawn at random, go without rules: that shows what they do"
            .formatted(Formats.percent(desk.leftOut()));
  }

  private Component panel(String title, List<Listed> rules, String caption) {
    var rows = new Div();
    rows.addClassName("table-rows");
    if (rules.isEmpty()) {
      var none = new Div("None at the moment.");
      none.addClassName("caption");
      rows.add(none);
    }
    for (var rule : rules)
      rows.add(
          new RuleRow(
              rule, desk.today(), () -> edit(rule.rule()), () -> end(rule), desk.leftOut() > 0));
    var panel = new Panel(title, rows);
    return caption.isEmpty() ? panel : panel.withCaption(caption);
  }

  private void edit(@Nullable CurationRule now) {
    dialog(now).open();
  }

  private RuleDialog dialog(@Nullable CurationRule now) {
    return new RuleDialog(
        now,
        desk,
        assets,
        library,
        taxonomy,
        wanted -> {
          if (now == null) desk.make(wanted, self);
          else desk.replace(now.id(), wanted, self);
          Notices.done(now == null ? "The rule holds." : "The new rule took its place.");
          show();
        });
  }

  private void end(Listed listed) {
    var rule = listed.rule();
    if (!desk.end(rule.id(), self)) {
      Notices.failed("Somebody else has ended this rule meanwhile.");
      show();
      return;
    }
    Notices.done(
        "The rule for “" + listed.title() + "” has ended.",
        () -> {
          try {
            desk.make(rule.wanted(), self);
          } catch (IllegalArgumentException over) {
            Notices.failed("Its last day has passed meanwhile.");
          }
          show();
        });
    show();
  }
}
