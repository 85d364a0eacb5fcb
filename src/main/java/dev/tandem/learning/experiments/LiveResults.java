package dev.tandem.learning.experiments;

import dev.tandem.feedback.FeedbackLog;
import dev.tandem.learning.RankingModels;
import dev.tandem.learning.Rival;
import dev.tandem.shared.Proportion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Follows the log by cursor and says what the experiments have found so far. */
@Component
public class LiveResults {
  private static final int PAGE = 2_000;

  /** Further back is not read when the program starts. */
  private static final long MOST_EVENTS = 200_000;

  private final FeedbackLog log;
  private final RankingModels models;
  private final ExperimentSettings settings;
  private final LiveSlates slates = new LiveSlates();
  private long cursor = -1;
  private volatile long settled = -1;

  LiveResults(FeedbackLog log, RankingModels models, ExperimentSettings settings) {
    this.log = log;
    this.models = models;
    this.settings = settings;
  }

  /**
   * What was found about the model in use.
   *
   * @param inUse its version
   * @param rival what it is compared with, null for nothing
   * @param preferences from the side of the rival where that is a canary, else of the model in use;
   *     none without a rival
   * @param settled whether nothing more is compared: it is decided, or was looked at long enough
   * @param heldOut against the prior; null while that is in use itself
   * @param triedOut slates on which something was tried out, of those on which it might have been
   * @param triedOutUsed how much of what was tried out and seen was used
   */
  public record Found(
      String inUse,
      @Nullable Rival rival,
      Preferences preferences,
      boolean settled,
      @Nullable HoldoutComparison heldOut,
      Proportion triedOut,
      Proportion triedOutUsed) {}

  /** Reads what is new, and says how things stand. */
  public synchronized Found now() {
    catchUp();
    var inUse = models.inUse().version();
    var rival = models.rival().orElse(null);
    var preferences = Preferences.NONE;
    boolean done = false;
    if (rival != null) {
      var found = slates.preferences(inUse, rival.model().version());
      preferences = rival.canary() ? found.reversed() : found;
      done =
          !rival.canary()
              && (found.better() || found.worse() || found.decisive() >= settings.watchSessions());
      if (done) settled = rival.decision().number();
    }
    var tried = slates.triedOut(inUse);
    return new Found(
        inUse,
        rival,
        preferences,
        done,
        models.learned().isPresent() ? slates.heldOut(inUse) : null,
        tried.slates(),
        tried.used());
  }

  private void catchUp() {
    if (cursor < 0)
      cursor =
          Math.max(
              log.latestSequence() - MOST_EVENTS,
              models.rival().map(rival -> rival.decision().logSequence()).orElse(0L));
    for (var page = log.after(cursor, PAGE); !page.isEmpty(); page = log.after(cursor, PAGE)) {
      page.forEach(logged -> slates.follow(logged.event()));
      cursor = page.getLast().sequence();
    }
  }

  /** Whether this comparison has come to its end. */
  boolean settled(Rival rival) {
    return rival.decision().number() == settled;
  }
}
