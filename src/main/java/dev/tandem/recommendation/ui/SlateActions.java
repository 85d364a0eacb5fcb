package dev.tandem.recommendation.ui;

import com.vaadin.flow.component.Component;
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.User;
import dev.tandem.library.Assets;
import dev.tandem.shared.ui.Notices;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;

/** What a rep can do with an item, each in one click, recorded, and with a way back. */
@org.springframework.stereotype.Component
class SlateActions {
  private final RepFeedback feedback;
  private final Assets assets;
  private final CurrentUser currentUser;
  private final @Nullable String publicUrl;

  SlateActions(
      RepFeedback feedback,
      Assets assets,
      CurrentUser currentUser,
      @Value("${tandem.public-url:}") String publicUrl) {
    this.feedback = feedback;
    this.assets = assets;
    this.currentUser = currentUser;
    this.publicUrl = publicUrl;
  }

  RepFeedback feedback() {
    return feedback;
  }

  void open(Shown shown, Runnable sent) {
    feedback.opened(shown);
    new PreviewDialog(shown, assets.text(shown.asset().id()).orElse(null), this, sent).open();
  }

  /**
   * @param link the link that the browser has put into the clipboard, or null for one to our page
   */
  void copied(Shown shown, @Nullable BuyerLink link, Runnable afterwards) {
    feedback
        .copied(shown, link == null || !link.ours() ? null : link.share())
        .ifPresent(
            key -> {
              Notices.done(
                  link == null ? "Link for colleagues copied" : "Link for the buyer copied",
                  () -> takeBack(key, afterwards));
              afterwards.run();
            });
  }

  void downloaded(Shown shown) {
    feedback.downloaded(shown);
  }

  void send(Shown shown, Runnable afterwards) {
    var link = BuyerLink.to(shown.asset()).orElse(null);
    if (link == null) {
      Notices.failed("This asset has neither a file nor an address that a buyer could open.");
      return;
    }
    var sender = currentUser.get().map(User::displayName).orElse("");
    new SendDialog(
            shown.asset(),
            link,
            link.address(publicUrl),
            sender,
            () ->
                feedback
                    .sent(shown, link.share())
                    .ifPresent(
                        key -> {
                          Notices.done(
                              "“" + shown.asset().title().value() + "” is marked as sent",
                              () -> takeBack(key, afterwards));
                          afterwards.run();
                        }))
        .open();
  }

  void helpful(Shown shown, Runnable taken, Runnable back) {
    feedback
        .rated(shown, true, null)
        .ifPresent(
            key -> {
              taken.run();
              Notices.done("Thank you: marked as helpful", () -> takeBack(key, back));
            });
  }

  void notHelpful(Component target, Shown shown, Runnable taken, Runnable back) {
    ReasonMenu.ask(
        target,
        "What is wrong with it?",
        ReasonMenu.NOT_HELPFUL,
        reason ->
            feedback
                .rated(shown, false, reason)
                .ifPresent(
                    key -> {
                      taken.run();
                      Notices.done("Thank you: marked as not helpful", () -> takeBack(key, back));
                    }));
  }

  void dismiss(Component target, Shown shown, Runnable taken, Runnable back) {
    ReasonMenu.ask(
        target,
        "Why not this one?",
        ReasonMenu.TO_DISMISS,
        reason ->
            feedback
                .dismissed(shown, reason)
                .ifPresent(
                    key -> {
                      taken.run();
                      Notices.done("Dismissed: " + reason, () -> takeBack(key, back));
                    }));
  }

  private void takeBack(String key, Runnable back) {
    if (feedback.takeBack(key)) back.run();
  }
}
