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
import dev.tandem.library.AssetStatus;
import dev.tandem.library.Assets;
import dev.tandem.library.LifecycleState;
import dev.tandem.library.Merges;
import dev.tandem.library.NearCopies;
import dev.tandem.library.NearCopies.NearCopy;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Panel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** Which other assets say nearly the same, so that one of them can be retired. */
@org.springframework.stereotype.Component
@Order(50)
class NearCopiesPanel implements AssetSection {
  private static final int MOST = 5;

  private final NearCopies copies;
  private final Assets assets;
  private final Merges merges;
  private final CurrentUser currentUser;
  private final Clock clock;

  NearCopiesPanel(
      NearCopies copies, Assets assets, Merges merges, CurrentUser currentUser, Clock clock) {
    this.copies = copies;
    this.assets = assets;
    this.merges = merges;
    this.currentUser = currentUser;
    this.clock = clock;
  }

  @Override
  public Optional<Component> of(Asset asset, Role reader) {
    var found = copies.of(asset.id(), MOST);
    if (found.isEmpty()) return Optional.empty();
    var known = assets.findAll(found.stream().map(NearCopy::asset).toList());
    var list = new UnorderedList();
    list.addClassName("versions");
    for (var copy : found) item(asset, copy, known, reader).ifPresent(list::add);
    if (list.getChildren().findAny().isEmpty()) return Optional.empty();
    return Optional.of(new Panel("Nearly the same as", list).withCaption("by their text"));
  }

  private Optional<Component> item(
      Asset asset, NearCopy copy, Map<AssetId, Asset> known, Role reader) {
    var other = known.get(copy.asset());
    if (other == null) return Optional.empty(); // deleted a moment ago
    if (merges.of(other.id()).isPresent() || merges.of(asset.id()).isPresent())
      return Optional.empty(); // one asset already, see MergedPanel
    var title = new Anchor("library/" + other.id().value(), other.title().value());
    title.setRouterIgnore(false);
    title.addClassName("grid-link");
    var head = new Div(title);
    head.addClassName("badges");
    var state = other.stateOn(LocalDate.now(clock));
    if (state != LifecycleState.PUBLISHED) head.add(AssetMarks.state(state));
    if (reader != Role.REP && inUse(asset)) head.add(merge(asset, other));
    var words = Formats.percent(copy.resemblance()) + " of the phrases of both";
    if (copies.sayTheSame(asset.id(), copy.asset())) words += "; a rep is shown one of them";
    var share = new Span(words);
    share.addClassName("caption");
    return Optional.of(new ListItem(head, share));
  }

  private static boolean inUse(Asset asset) {
    return asset.status() == AssetStatus.PUBLISHED;
  }

  private Button merge(Asset asset, Asset other) {
    var button =
        new Button(
            "Merge into this …",
            click ->
                MergeCopies.ask(
                    merges,
                    asset,
                    List.of(other),
                    currentUser.require().id().value(),
                    () -> UI.getCurrent().refreshCurrentRoute(true)));
    button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
    button.setAriaLabel("Merge " + other.title().value() + " into this asset");
    return button;
  }
}
