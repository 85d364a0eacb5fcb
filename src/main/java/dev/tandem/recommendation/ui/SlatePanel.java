package dev.tandem.recommendation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.tandem.deals.OpportunityId;
import dev.tandem.library.AssetId;
import dev.tandem.recommendation.Slate;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A slate as cards; counts as seen what really was in sight. */
public final class SlatePanel extends Div {
  private final transient SlateActions actions;
  private final SlateList list = new SlateList();
  private final Span hint = new Span();
  private transient Runnable changed = () -> {};
  private transient @Nullable Slate shown;

  SlatePanel(SlateActions actions) {
    this.actions = actions;
    addClassName("slate-panel");
    hint.addClassName("key-hint");
    hint.getElement()
        .setProperty(
            "innerHTML",
            "<kbd>↑</kbd> <kbd>↓</kbd> move · <kbd>Enter</kbd> look inside · <kbd>s</kbd> send ·"
                + " <kbd>c</kbd> copy link · <kbd>h</kbd> helpful · <kbd>x</kbd> dismiss");
    list.onSeen(this::seen);
    add(list, hint);
  }

  private void seen(String slate, Set<AssetId> assets) {
    var now = shown;
    if (now == null || !now.id().equals(slate)) return;
    var seen = new HashSet<>(assets);
    seen.retainAll(now.items().stream().map(item -> item.asset().id()).collect(Collectors.toSet()));
    if (!seen.isEmpty()) actions.feedback().seen(slate, seen);
  }

  /** What to do when something was sent or taken back. */
  void onChange(Runnable listener) {
    changed = listener;
  }

  void onLeftUpwards(Runnable listener) {
    list.onLeftUpwards(listener);
  }

  void focusFirst() {
    list.focusFirst();
  }

  /** Shows the items, in their order. */
  public void show(Slate slate, @Nullable OpportunityId deal, boolean compact) {
    list.removeAll();
    hint.setVisible(!compact && !slate.items().isEmpty());
    shown = slate;
    for (var item : slate.items())
      list.add(
          new SlateCard(new Shown(slate.id(), item, deal), actions, compact, () -> changed.run()));
  }
}
