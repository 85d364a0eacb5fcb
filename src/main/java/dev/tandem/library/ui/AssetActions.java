package dev.tandem.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.router.QueryParameters;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetEdit;
import dev.tandem.library.AssetListing;
import dev.tandem.library.AssetStatus;
import dev.tandem.taxonomy.Taxonomy;
import java.util.ArrayList;
import java.util.List;

/** What can be done with an asset: open it, and for marketers, change it. */
final class AssetActions {
  private AssetActions() {}

  static Component[] of(
      AssetView view,
      Asset asset,
      AssetListing listing,
      Taxonomy taxonomy,
      ImportQueue queue,
      String who) {
    var actions = new ArrayList<Component>();
    if (asset.hasFile()) actions.add(link(AssetMarks.file(asset.id()), "Open file"));
    var url = asset.url();
    if (url != null) actions.add(link(url, "Open link"));
    if (view.mayEdit()) {
      var edit =
          new Button(
              "Edit",
              VaadinIcon.EDIT.create(),
              click -> new AssetEditor(view, asset, listing.owners(), taxonomy).open());
      edit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      actions.add(edit);
      actions.add(more(view, asset, queue, who));
    }
    return actions.toArray(Component[]::new);
  }

  private static Anchor link(String href, String words) {
    var link = new Anchor(href, words);
    link.setTarget(AnchorTarget.BLANK);
    link.setRouterIgnore(true);
    link.getElement().setAttribute("rel", "noopener noreferrer");
    link.addClassName("button-link");
    link.addComponentAsFirst(VaadinIcon.EXTERNAL_LINK.create());
    return link;
  }

  private static Component more(AssetView view, Asset asset, ImportQueue queue, String who) {
    var bar = new MenuBar();
    var root = bar.addItem(VaadinIcon.ELLIPSIS_DOTS_H.create());
    root.setAriaLabel("More actions");
    var menu = root.getSubMenu();
    switch (asset.status()) {
      case DRAFT ->
          menu.addItem(
              "Publish", click -> status(view, asset, AssetStatus.PUBLISHED, "Published."));
      case PUBLISHED ->
          menu.addItem(
              "Back to draft",
              click -> status(view, asset, AssetStatus.DRAFT, "A draft again; not offered now."));
      case ARCHIVED ->
          menu.addItem("Restore", click -> status(view, asset, AssetStatus.PUBLISHED, "Restored."));
    }
    if (asset.status() == AssetStatus.PUBLISHED)
      menu.addItem(
          "Pin, boost or bury …",
          click ->
              UI.getCurrent()
                  .navigate("curation", QueryParameters.of("asset", asset.id().value())));
    if (asset.status() != AssetStatus.ARCHIVED)
      menu.addItem(
          "Archive",
          click -> status(view, asset, AssetStatus.ARCHIVED, "Archived; not offered any more."));
    menu.addItem(
        "Upload a new version …", click -> new NewVersionDialog(view, asset, queue, who).open());
    menu.addItem("Delete …", click -> askDelete(view, asset)).addClassName("danger");
    return bar;
  }

  private static void status(AssetView view, Asset asset, AssetStatus status, String done) {
    view.edit(asset, List.of(new AssetEdit.Status(status)), done);
  }

  private static void askDelete(AssetView view, Asset asset) {
    var dialog =
        new ConfirmDialog(
            "Delete “" + asset.title().value() + "”?",
            "The asset, its versions and its files are gone for good. What was counted of its use"
                + " stays in the reports. To stop offering it, archive it instead.",
            "Delete",
            confirmed -> view.delete(asset));
    dialog.setConfirmButtonTheme("error primary");
    dialog.setCancelable(true);
    dialog.open();
  }
}
