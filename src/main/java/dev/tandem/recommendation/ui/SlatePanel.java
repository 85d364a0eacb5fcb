package dev.tandem.recommendation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.tandem.deals.OpportunityId;
import dev.tandem.feedback.FeedbackEvent.SlateServed;
import dev.tandem.library.AssetId;
import dev.tandem.recommendation.RecommendationRequest;
import dev.tandem.recommendation.Recommender;
import dev.tandem.recommendation.Slate;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A slate as cards; counts as seen what really was in sight. */
public final class SlatePanel extends Div {
  private final transient SlateActions actions;
  private final transient Recommender recommender;
  private final SlateList list = new SlateList();
  private final Span hint = new Span();
  private transient Runnable changed = () -> {};
  private transient @Nullable Slate shown;
  private transient @Nullable SlateServed draft;

  SlatePanel(SlateActions actions, Recommender recommender) {
    this.actions = actions;
    this.recommender = recommender;
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
    if (!seen.isEmpty()) actions.feedback().seen(slate, seen, draft);
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

  /**
   * Asks for a slate and shows it.
   *
   * @param typing the words may still change with the next letter: the slate is a draft, and counts
   *     only when it stays for a while or something is done on it
   * @throws dev.tandem.recommendation.SlateNotLoggedException when it could not be written down;
   *     nothing is shown then
   */
  Slate ask(RecommendationRequest request, boolean typing) {
    var deal = request.deal().deal();
    if (!typing) {
      var slate = recommender.recommend(request);
      show(slate, deal, false);
      return slate;
    }
    var answer = recommender.draft(request);
    show(answer.slate(), answer.served(), deal, false);
    return answer.slate();
  }

  /** Shows the items, in their order. */
  public void show(Slate slate, @Nullable OpportunityId deal, boolean compact) {
    show(slate, null, deal, compact);
  }

  private void show(
      Slate slate,
      @Nullable SlateServed notWritten,
      @Nullable OpportunityId deal,
      boolean compact) {
    list.removeAll();
    list.awaitSettledWords(notWritten != null);
    draft = notWritten;
    hint.setVisible(!compact && !slate.items().isEmpty());
    shown = slate;
    for (var item : slate.items())
      list.add(
          new SlateCard(
              new Shown(slate.id(), item, deal, notWritten),
              actions,
              compact,
              () -> changed.run()));
  }
}
