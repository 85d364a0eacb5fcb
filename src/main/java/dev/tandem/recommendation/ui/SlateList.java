package dev.tandem.recommendation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import dev.tandem.library.AssetId;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The browser's side of a slate: which cards were seen, keys, the clipboard. */
@Tag("tandem-slate")
@JavaScript("context://tandem-slate.js")
final class SlateList extends Component implements HasComponents, HasStyle {

  SlateList() {
    addClassName("slate");
    getElement().setAttribute("role", "list");
  }

  /**
   * @param typing while words are still being typed, it takes two seconds in sight to be seen
   *     rather than one, so that half a word and its results leave no trace
   */
  void awaitSettledWords(boolean typing) {
    getElement().setAttribute("data-typing", typing);
  }

  /** Cards of which half was in sight for long enough; each is told once a slate. */
  void onSeen(BiConsumer<String, Set<AssetId>> listener) {
    addListener(CardsSeen.class, event -> listener.accept(event.slate, event.assets));
  }

  void onLeftUpwards(Runnable listener) {
    addListener(LeftUpwards.class, event -> listener.run());
  }

  void focusFirst() {
    getElement().callJsFunction("focusFirst");
  }

  /** The card that now stands where this one stood, or else the one above. */
  void focusNextTo(Component card) {
    var cards = getChildren().toList();
    int at = cards.indexOf(card);
    Stream.concat(
            cards.subList(at + 1, cards.size()).stream(), cards.subList(0, at).reversed().stream())
        .filter(Component::isVisible)
        .findFirst()
        // later than the menu of reasons, which gives the focus back to its button
        .ifPresent(next -> next.getElement().executeJs("setTimeout(() => this.focus(), 50)"));
  }

  @DomEvent("cards-seen")
  public static final class CardsSeen extends ComponentEvent<SlateList> {
    private final String slate;
    private final transient Set<AssetId> assets;

    public CardsSeen(
        SlateList source,
        boolean fromClient,
        @EventData("event.detail.slate") String slate,
        @EventData("event.detail.assets") String assets) {
      super(source, fromClient);
      this.slate = slate;
      this.assets =
          Stream.of(assets.split(" "))
              .filter(id -> !id.isEmpty())
              .map(AssetId::new)
              .collect(Collectors.toUnmodifiableSet());
    }
  }

  @DomEvent("left-upwards")
  public static final class LeftUpwards extends ComponentEvent<SlateList> {
    public LeftUpwards(SlateList source, boolean fromClient) {
      super(source, fromClient);
    }
  }
}
