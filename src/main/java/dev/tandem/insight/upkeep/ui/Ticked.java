package dev.tandem.insight.upkeep.ui;

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
import dev.tandem.library.AssetId;
import dev.tandem.library.AssetStatus;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Notices;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The assets that are ticked, and what can be done with all of them, each with a way back. */
final class Ticked extends Div {
  private static final int MONTHS = 6;

  private static final Logger LOG = LoggerFactory.getLogger(Ticked.class);

  private final transient AssetEditing editing;
  private final String who;
  private final LocalDate today;
  private final transient List<String> owners;
  private final Runnable changed;
  private final transient Map<AssetId, Asset> chosen = new LinkedHashMap<>();
  private final List<Checkbox> boxes = new ArrayList<>();
  private final Span count = new Span();
  private final Div actions = new Div();

  Ticked(AssetEditing editing, String who, LocalDate today, List<String> owners, Runnable changed) {
    this.editing = editing;
    this.who = who;
    this.today = today;
    this.owners = owners;
    this.changed = changed;
    addClassName("selection-bar");
    count.addClassName("caption");
    count.getElement().setAttribute("role", "status");
    var all = new Checkbox("Select all");
    all.addValueChangeListener(change -> boxes.forEach(box -> box.setValue(change.getValue())));
    actions.addClassName("selection-actions");
    actions.add(
        button("Good for " + MONTHS + " more months", VaadinIcon.CALENDAR_CLOCK, this::extend),
        button("Archive", VaadinIcon.ARCHIVE, () -> archive(chosen.values())),
        button("Set owner", VaadinIcon.USER, this::askOwner));
    add(all, count, actions);
    update();
  }

  private static Button button(String words, VaadinIcon icon, Runnable act) {
    var button = new Button(words, icon.create(), click -> act.run());
    button.addThemeVariants(ButtonVariant.LUMO_SMALL);
    return button;
  }

  Component box(Asset asset) {
    var box = new Checkbox();
    box.setAriaLabel("Select " + asset.title().value());
    box.addValueChangeListener(
        change -> {
          if (change.getValue()) chosen.put(asset.id(), asset);
          else chosen.remove(asset.id());
          update();
        });
    boxes.add(box);
    return box;
  }

  private void update() {
    count.setText(chosen.isEmpty() ? "" : Formats.count(chosen.size()) + " selected");
    actions.setVisible(!chosen.isEmpty());
  }

  private void extend() {
    var until = today.plusMonths(MONTHS);
    apply(
        chosen.values(),
        asset -> {
          var edits = new ArrayList<AssetEdit>();
          edits.add(new AssetEdit.ReviewBy(until));
          var expires = asset.expiresOn();
          // an expired one would stay unseen with a new review date alone
          if (expires != null && !expires.isAfter(today)) edits.add(new AssetEdit.ExpiresOn(null));
          return edits;
        },
        asset ->
            List.of(
                new AssetEdit.ReviewBy(asset.reviewBy()),
                new AssetEdit.ExpiresOn(asset.expiresOn())),
        "to be reviewed by " + Formats.day(until));
  }

  void archive(Collection<Asset> some) {
    apply(
        some,
        asset -> List.of(new AssetEdit.Status(AssetStatus.ARCHIVED)),
        asset -> List.of(new AssetEdit.Status(asset.status())),
        "archived");
  }

  private void askOwner() {
    var dialog = new Dialog("Owner of " + Formats.count(chosen.size(), "asset", "assets"));
    var owner = new ComboBox<String>("Owner");
    owner.setItems(owners);
    owner.setAllowCustomValue(true);
    owner.addCustomValueSetListener(typed -> owner.setValue(typed.getDetail().strip()));
    owner.setWidthFull();
    dialog.add(owner);
    var save =
        new Button(
            "Set owner",
            click -> {
              var name = owner.getValue();
              if (name == null || name.isBlank()) {
                owner.setErrorMessage("Who is it?");
                owner.setInvalid(true);
                return;
              }
              dialog.close();
              apply(
                  chosen.values(),
                  asset -> List.of(new AssetEdit.Owner(name)),
                  asset -> List.of(new AssetEdit.Owner(asset.owner())),
                  "given to " + name);
            });
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    dialog.getFooter().add(new Button("Cancel", click -> dialog.close()), save);
    dialog.open();
  }

  /** Each on its own, so that one that is gone does not keep the others back. */
  private void apply(
      Collection<Asset> some,
      Function<Asset, List<AssetEdit>> edits,
      Function<Asset, List<AssetEdit>> back,
      String participle) {
    var before = new ArrayList<Asset>();
    int gone = 0;
    boolean failed = false;
    for (var asset : List.copyOf(some)) {
      try {
        if (editing.edit(asset.id(), edits.apply(asset), who).isPresent()) before.add(asset);
        else gone++;
      } catch (RuntimeException e) {
        LOG.error("{} could not be changed with others", asset.id(), e);
        failed = true;
        break;
      }
    }
    int left = some.size() - before.size() - gone;
    if (!failed) changed.run();
    var words = words(before.size(), participle, gone, left);
    if (before.isEmpty()) Notices.failed(words);
    else
      Notices.done(
          words,
          () -> {
            before.forEach(asset -> editing.edit(asset.id(), back.apply(asset), who));
            changed.run();
          });
  }

  /**
   * @param done how many were changed
   * @param gone how many somebody deleted meanwhile
   * @param left how many were not tried any more, since one failed
   */
  static String words(int done, String participle, int gone, int left) {
    return Formats.count(done, "asset", "assets")
        + " "
        + participle
        + "."
        + (gone == 0 ? "" : " " + Formats.count(gone, "is", "are") + " not there any more.")
        + (left == 0
            ? ""
            : " The other " + Formats.count(left) + " could not be changed. Please try again.");
  }
}
