package dev.tandem.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.Role;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetId;
import dev.tandem.library.Assets;
import dev.tandem.library.Merges;
import dev.tandem.library.Merges.Merged;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Notices;
import dev.tandem.shared.ui.Panel;
import java.util.ArrayList;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** Which copies were merged into an asset, or what it was merged into, and since when. */
@org.springframework.stereotype.Component
@Order(45)
class MergedPanel implements AssetSection {
  private final Merges merges;
  private final Assets assets;
  private final CurrentUser currentUser;

  MergedPanel(Merges merges, Assets assets, CurrentUser currentUser) {
    this.merges = merges;
    this.assets = assets;
    this.currentUser = currentUser;
  }

  @Override
  public Optional<Component> of(Asset asset, Role reader) {
    var all = new ArrayList<>(merges.into(asset.id()));
    merges.of(asset.id()).ifPresent(all::add);
    if (all.isEmpty()) return Optional.empty();
    var list = new UnorderedList();
    list.addClassName("versions");
    for (var merged : all) list.add(item(merged, asset.id(), reader));
    boolean isCopy = all.getLast().copy().equals(asset.id());
    return Optional.of(
        new Panel(isCopy ? "Merged into" : "Merged copies", list)
            .withCaption(
                isCopy ? "links and figures lead there" : "their links and figures lead here"));
  }

  private ListItem item(Merged merged, AssetId shown, Role reader) {
    var other = merged.copy().equals(shown) ? merged.kept() : merged.copy();
    var address = "library/" + other.value() + (other.equals(merged.copy()) ? "?copy" : "");
    var name = assets.find(other).map(it -> it.title().value()).orElse(other + " (deleted)");
    var link = new Anchor(address, name);
    link.setRouterIgnore(false);
    link.addClassName("grid-link");
    var head = new Div(link);
    head.addClassName("badges");
    if (reader != Role.REP) {
      var apart = new Button("Separate", click -> separate(merged));
      apart.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
      apart.setAriaLabel("Separate " + name);
      head.add(apart);
    }
    var words =
        "on "
            + Formats.day(merged.at())
            + (merged.by() == null ? "" : " by " + merged.by())
            + (merged.taken().isEmpty()
                ? ""
                : "; taken over: " + String.join(", ", merged.taken()));
    var facts = new Span(words);
    facts.addClassName("caption");
    return new ListItem(head, facts);
  }

  private void separate(Merged merged) {
    boolean done = merges.separate(merged.copy(), currentUser.require().id().value());
    UI.getCurrent().refreshCurrentRoute(true);
    Notices.done(done ? "Separated: each stands for itself again." : "They were separate already.");
  }
}
