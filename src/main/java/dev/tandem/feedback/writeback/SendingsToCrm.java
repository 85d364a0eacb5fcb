package dev.tandem.feedback.writeback;

import dev.tandem.deals.DealNotes;
import dev.tandem.feedback.FeedbackEvent.Retraction;
import dev.tandem.feedback.FeedbackEvent.Share;
import dev.tandem.feedback.FeedbackLog;
import dev.tandem.feedback.FeedbackLog.LoggedEvent;
import dev.tandem.library.Asset;
import dev.tandem.library.Assets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Follows the log and notes what was sent on a deal. What was sent before notes were wanted is not
 * noted, and what a rep takes back within two minutes neither.
 */
@Component
@Profile("!command")
class SendingsToCrm {
  private static final Duration TIME_TO_UNDO = Duration.ofMinutes(2);
  private static final int PAGE = 200;

  private final FeedbackLog log;
  private final Assets assets;
  private final DealNotes notes;
  private final Clock clock;

  SendingsToCrm(FeedbackLog log, Assets assets, DealNotes notes, Clock clock) {
    this.log = log;
    this.assets = assets;
    this.notes = notes;
    this.clock = clock;
  }

  @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT1M")
  void follow() {
    if (!notes.areWanted()) return;
    var position = notes.position();
    if (position.isEmpty()) {
      notes.moveTo(log.latestSequence());
      return;
    }
    var page = log.after(position.getAsLong(), PAGE);
    var takenBack = takenBack(page);
    for (var logged : page) {
      if (logged.event() instanceof Share share && !done(share, takenBack)) return;
      notes.moveTo(logged.sequence());
    }
  }

  private static Set<String> takenBack(List<LoggedEvent> page) {
    var keys = new HashSet<String>();
    for (var logged : page)
      if (logged.event() instanceof Retraction retraction) keys.add(retraction.retracted());
    return keys;
  }

  /** False when it is to be looked at again later. */
  private boolean done(Share share, Set<String> takenBack) {
    var deal = share.deal();
    if (deal == null || takenBack.contains(share.key())) return true;
    if (share.at().plus(TIME_TO_UNDO).isAfter(clock.instant())) return false;
    var title = assets.find(share.asset()).map(Asset::title).map(label -> label.value());
    var text =
        "Sent with Tandem: “%s”, by %s, %s (UTC)"
            .formatted(
                title.orElse(share.asset().value()),
                share.rep().value(),
                share.at().toString().substring(0, 16).replace('T', ' '));
    return notes.note(share.key(), deal, text);
  }
}
