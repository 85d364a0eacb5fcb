package dev.tandem.recommendation.ui;

import dev.tandem.feedback.FeedbackEvent;
import dev.tandem.feedback.FeedbackEvent.AssetUsed;
import dev.tandem.feedback.FeedbackEvent.AssetUsed.Use;
import dev.tandem.feedback.FeedbackEvent.Dismissal;
import dev.tandem.feedback.FeedbackEvent.Impression;
import dev.tandem.feedback.FeedbackEvent.Rating;
import dev.tandem.feedback.FeedbackEvent.Retraction;
import dev.tandem.feedback.FeedbackEvent.Share;
import dev.tandem.feedback.FeedbackEvent.SlateServed;
import dev.tandem.feedback.FeedbackLog;
import dev.tandem.feedback.Shares;
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.UserId;
import dev.tandem.library.AssetId;
import dev.tandem.shared.ui.Notices;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes down what a rep does with an item. Every method answers with the key of what was written,
 * or with nothing after it told the rep that it was not.
 */
@Component
class RepFeedback {
  private static final Logger LOG = LoggerFactory.getLogger(RepFeedback.class);

  private final FeedbackLog log;
  private final CurrentUser currentUser;
  private final Clock clock;

  RepFeedback(FeedbackLog log, CurrentUser currentUser, Clock clock) {
    this.log = log;
    this.currentUser = currentUser;
    this.clock = clock;
  }

  /**
   * @param draft what was seen, when it is not in the log yet
   */
  void seen(String slate, Collection<AssetId> assets, @Nullable SlateServed draft) {
    var events = new ArrayList<FeedbackEvent>();
    if (draft != null) events.add(draft);
    for (var asset : assets)
      events.add(new Impression("seen:" + slate + ":" + asset, clock.instant(), slate, asset));
    try {
      log.append(events);
    } catch (RuntimeException e) {
      LOG.warn("Impressions of slate {} were not written", slate, e);
    }
  }

  Optional<String> opened(Shown shown) {
    return used(newKey("open"), Use.OPEN, shown);
  }

  Optional<String> downloaded(Shown shown) {
    return used(newKey("download"), Use.DOWNLOAD, shown);
  }

  /**
   * @param link the id of the link that was copied, or null when it is not one of ours
   */
  Optional<String> copied(Shown shown, @Nullable String link) {
    return used(link == null ? newKey("copied") : Shares.copiedKey(link), Use.COPY_LINK, shown);
  }

  private Optional<String> used(String key, Use use, Shown shown) {
    return write(
        shown,
        new AssetUsed(
            key, clock.instant(), use, rep(), shown.asset().id(), shown.slate(), shown.deal()));
  }

  Optional<String> sent(Shown shown, String share) {
    return write(
        shown,
        new Share(
            Shares.sentKey(share),
            clock.instant(),
            share,
            rep(),
            shown.asset().id(),
            shown.deal(),
            shown.slate()));
  }

  Optional<String> rated(Shown shown, boolean helpful, @Nullable String reason) {
    return write(
        shown,
        new Rating(
            newKey("rating"),
            clock.instant(),
            rep(),
            shown.asset().id(),
            helpful,
            reason,
            shown.slate(),
            shown.deal()));
  }

  Optional<String> dismissed(Shown shown, String reason) {
    return write(
        shown,
        new Dismissal(
            newKey("dismissal"),
            clock.instant(),
            shown.slate(),
            shown.asset().id(),
            rep(),
            reason));
  }

  boolean takeBack(String key) {
    return write(List.of(new Retraction("undo:" + key, clock.instant(), key, rep()))).isPresent();
  }

  /** A draft goes into the log with the first thing done on it; again, its key changes nothing. */
  private Optional<String> write(Shown shown, FeedbackEvent event) {
    var draft = shown.draft();
    return write(draft == null ? List.of(event) : List.of(draft, event));
  }

  private Optional<String> write(List<FeedbackEvent> events) {
    var event = events.getLast();
    try {
      var rejected = log.append(events).rejected();
      if (rejected.isEmpty()) return Optional.of(event.key());
      Notices.failed("This was not recorded: " + rejected.getFirst().problem());
    } catch (RuntimeException e) {
      LOG.error("Feedback was not written: {}", event.key(), e);
      Notices.failed("This was not recorded: the database does not answer. Please try again.");
    }
    return Optional.empty();
  }

  private UserId rep() {
    return currentUser.require().id();
  }

  private static String newKey(String what) {
    return what + ":" + UUID.randomUUID();
  }
}
