package dev.tandem.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.Role;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetEdit;
import dev.tandem.library.AssetEditing;
import dev.tandem.library.AssetId;
import dev.tandem.library.AssetListing;
import dev.tandem.library.Assets;
import dev.tandem.shared.ui.EmptyState;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Notices;
import dev.tandem.shared.ui.PageHeader;
import dev.tandem.taxonomy.Taxonomy;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One asset: what it says, how it is labelled and why, its versions and its use. */
@Route("library/:id")
@PermitAll
class AssetView extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private final transient Assets assets;
  private final transient AssetEditing editing;
  private final transient AssetListing listing;
  private final transient Taxonomy taxonomy;
  private final transient ImportQueue queue;
  private final transient List<AssetSection> sections;
  private final transient Clock clock;
  private final transient Role role;
  private final String who;
  private String title = "Asset";

  /** The merged copy whose link led here, or empty. */
  private String followed = "";

  AssetView(
      Assets assets,
      AssetEditing editing,
      AssetListing listing,
      Taxonomy taxonomy,
      ImportQueue queue,
      List<AssetSection> sections,
      CurrentUser currentUser,
      Clock clock) {
    this.assets = assets;
    this.editing = editing;
    this.listing = listing;
    this.taxonomy = taxonomy;
    this.queue = queue;
    this.sections = sections;
    this.clock = clock;
    this.role = currentUser.require().role();
    this.who = currentUser.require().id().value();
    addClassNames("view", "asset-view");
  }

  @Override
  public String getPageTitle() {
    return title + " · Tandem";
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var id = event.getRouteParameters().get("id").orElse("");
    boolean copyItself =
        event.getLocation().getQueryParameters().getParameters().containsKey("copy");
    var asset = find(id, copyItself);
    followed = asset.filter(it -> !it.id().value().equals(id)).isPresent() ? id : "";
    if (asset.isPresent()) show(asset.get());
    else showMissing(id);
  }

  /** Under the id of a merged copy stands what was kept, unless the copy itself is asked for. */
  private Optional<Asset> find(String written, boolean copyItself) {
    try {
      var id = new AssetId(written);
      return assets.find(copyItself ? id : assets.keptFor(id));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private void showMissing(String id) {
    title = "No such asset";
    removeAll();
    var back = new Anchor(mayEdit() ? "library" : "search", mayEdit() ? "Library" : "Search");
    back.setRouterIgnore(false);
    back.addClassName("button-link");
    add(
        EmptyState.page(
            VaadinIcon.FILE_SEARCH,
            "There is no asset “" + id + "”",
            "It was deleted, or the link is not complete.",
            back));
  }

  void reload(AssetId id) {
    assets.find(id).ifPresentOrElse(this::show, () -> showMissing(id.value()));
  }

  boolean mayEdit() {
    return role != Role.REP;
  }

  /** Applies a person's decision and shows the asset as it is then. */
  void edit(Asset asset, List<AssetEdit> edits, String done) {
    if (edits.isEmpty()) return;
    editing
        .edit(asset.id(), edits, who)
        .ifPresentOrElse(
            after -> {
              show(after);
              Notices.done(done);
            },
            () -> showMissing(asset.id().value()));
  }

  void delete(Asset asset) {
    editing.delete(asset.id(), who);
    UI.getCurrent().navigate("library");
    Notices.done("“" + asset.title().value() + "” was deleted.");
  }

  void show(Asset asset) {
    title = asset.title().value();
    UI.getCurrent().getPage().setTitle(getPageTitle());
    removeAll();
    var main = new Div();
    main.addClassName("asset-main");
    main.add(new LabelsPanel(this, asset));
    if (!asset.description().value().isBlank() || mayEdit())
      main.add(new DescriptionPanel(this, asset));
    main.add(new ContentPanel(asset, assets.text(asset.id()).orElse(null)));
    var aside = new Div();
    aside.addClassName("asset-aside");
    aside.add(new FactsPanel(asset, LocalDate.now(clock)));
    for (var section : sections) section.of(asset, role).ifPresent(aside::add);
    if (mayEdit()) {
      aside.add(new VersionsPanel(editing.versions(asset.id()), asset.version()));
      var corrections = editing.corrections(asset.id());
      if (!corrections.isEmpty()) aside.add(new CorrectionsPanel(corrections));
    }
    var columns = new Div(main, aside);
    columns.addClassName("columns-main");
    add(trail(), head(asset), columns);
  }

  private Component trail() {
    var back = new Anchor(mayEdit() ? "library" : "search", mayEdit() ? "← Library" : "← Search");
    back.setRouterIgnore(false);
    var trail = new Nav(back);
    trail.addClassName("trail");
    trail.setAriaLabel("Back");
    return trail;
  }

  private Component head(Asset asset) {
    var header =
        new PageHeader(
            title, subtitle(asset), AssetActions.of(this, asset, listing, taxonomy, queue, who));
    var badges = new Div(AssetMarks.state(asset.stateOn(LocalDate.now(clock))));
    badges.addClassName("badges");
    if (!asset.buyerSafe()) badges.add(AssetBadges.internalOnly());
    var head = new Div(header, badges);
    head.addClassName("asset-head");
    if (!followed.isEmpty()) {
      var note = new Span("The link was to “" + followed + "”, which was merged into this asset.");
      note.addClassName("caption");
      head.add(note);
    }
    if (!asset.buyerSafe()) {
      var warning =
          new Span("For colleagues only. Do not send it to a buyer; Tandem never offers that.");
      warning.addClassName("asset-internal");
      head.add(warning);
    }
    return head;
  }

  private static String subtitle(Asset asset) {
    var words = asset.type().value().label() + " · version " + asset.version();
    return words + " · changed " + Formats.day(asset.changedAt());
  }
}
