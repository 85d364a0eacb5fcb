package dev.tandem.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetEdit;
import dev.tandem.library.AssetEditing;
import dev.tandem.library.AssetFilter;
import dev.tandem.library.AssetId;
import dev.tandem.library.AssetListing;
import dev.tandem.library.AssetStatus;
import dev.tandem.library.Assets;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Notices;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The assets that are ticked in the library, and what can be done with all of them at once. */
final class Selection {
  /** More in one go would keep the person waiting. */
  private static final int MOST = 1_000;

  private final Assets assets;
  private final AssetListing listing;
  private final AssetEditing editing;
  private final String who;
  private final Runnable changed;
  private final Set<AssetId> chosen = new LinkedHashSet<>();
  private final Map<Checkbox, AssetId> boxes = new WeakHashMap<>();
  private final Span count = new Span();
  private final Div actions = new Div();
  private int shown;

  Selection(
      Assets assets, AssetListing listing, AssetEditing editing, String who, Runnable changed) {
    this.assets = assets;
    this.listing = listing;
    this.editing = editing;
    this.who = who;
    this.changed = changed;
  }

  boolean contains(AssetId id) {
    return chosen.contains(id);
  }

  void set(AssetId id, boolean ticked) {
    if (ticked) chosen.add(id);
    else chosen.remove(id);
    update();
  }

  void follow(AssetId id, Checkbox box) {
    boxes.put(box, id);
  }

  void clear() {
    chosen.clear();
    boxes.forEach((box, id) -> box.setValue(false));
    update();
  }

  Component bar(AssetFilter filter, int matching) {
    shown = matching;
    var all = new Checkbox("Select all");
    all.addValueChangeListener(
        change -> {
          if (!change.isFromClient()) return;
          if (change.getValue()) chooseAll(filter, matching);
          else clear();
        });
    actions.removeAll();
    actions.addClassName("selection-actions");
    actions.add(
        action("Confirm labels", VaadinIcon.CHECK, this::confirm),
        action("Publish", VaadinIcon.UPLOAD_ALT, () -> status(AssetStatus.PUBLISHED, "published")),
        action("Archive", VaadinIcon.ARCHIVE, () -> status(AssetStatus.ARCHIVED, "archived")),
        action("Set owner", VaadinIcon.USER, this::askOwner));
    count.addClassName("caption");
    count.getElement().setAttribute("role", "status");
    var bar = new Div(all, count, actions);
    bar.addClassName("selection-bar");
    update();
    return bar;
  }

  private static Button action(String name, VaadinIcon icon, Runnable act) {
    var button = new Button(name, icon.create(), click -> act.run());
    button.addThemeVariants(ButtonVariant.LUMO_SMALL);
    button.setDisableOnClick(false);
    return button;
  }

  private void chooseAll(AssetFilter filter, int matching) {
    chosen.clear();
    listing.page(filter, 0, MOST).forEach(asset -> chosen.add(asset.id()));
    boxes.forEach((box, id) -> box.setValue(chosen.contains(id)));
    if (matching > MOST)
      Notices.done(
          "The first " + Formats.count(MOST) + " are selected; that many can change at once.");
    update();
  }

  private void update() {
    var found = Formats.count(shown, "asset", "assets");
    count.setText(chosen.isEmpty() ? found : Formats.count(chosen.size()) + " of " + found);
    actions.setVisible(!chosen.isEmpty());
  }

  private void confirm() {
    apply(LabelsPanel::confirmations, "Labels confirmed on ");
  }

  private void status(AssetStatus status, String participle) {
    var before = apply(asset -> List.of(new AssetEdit.Status(status)), null);
    if (before.isEmpty()) return;
    Notices.done(
        Formats.count(before.size(), "asset", "assets") + " " + participle + ".",
        () -> {
          before.forEach(
              (id, asset) -> editing.edit(id, List.of(new AssetEdit.Status(asset.status())), who));
          changed.run();
        });
  }

  private void askOwner() {
    var dialog = new Dialog("Owner of " + Formats.count(chosen.size(), "asset", "assets"));
    var owner = new ComboBox<String>("Owner");
    owner.setItems(listing.owners());
    owner.setAllowCustomValue(true);
    owner.addCustomValueSetListener(typed -> owner.setValue(typed.getDetail().strip()));
    owner.setHelperText("Leave empty for none.");
    owner.setWidthFull();
    dialog.add(owner);
    var save =
        new Button(
            "Set owner",
            click -> {
              var name = owner.getValue();
              dialog.close();
              apply(
                  asset ->
                      List.of(new AssetEdit.Owner(name == null || name.isBlank() ? null : name)),
                  "Owner set on ");
            });
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    dialog.getFooter().add(new Button("Cancel", click -> dialog.close()), save);
    dialog.open();
  }

  /** Each asset on its own, so that one that is gone does not keep the others back. */
  private Map<AssetId, Asset> apply(Function<Asset, List<AssetEdit>> edits, @Nullable String done) {
    var before = new HashMap<AssetId, Asset>();
    for (var asset : assets.findAll(chosen).values()) {
      var wanted = edits.apply(asset);
      if (wanted.isEmpty()) continue;
      if (editing.edit(asset.id(), wanted, who).isPresent()) before.put(asset.id(), asset);
    }
    chosen.clear();
    changed.run();
    if (before.isEmpty()) Notices.done("There was nothing to change.");
    else if (done != null) Notices.done(done + Formats.count(before.size(), "asset", "assets"));
    return before;
  }
}
