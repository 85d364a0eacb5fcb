package dev.tandem.learning.training;

import dev.tandem.feedback.FeedbackEvent;
import dev.tandem.feedback.FeedbackEvent.AssetUsed;
import dev.tandem.feedback.FeedbackEvent.BuyerView;
import dev.tandem.feedback.FeedbackEvent.Dismissal;
import dev.tandem.feedback.FeedbackEvent.Impression;
import dev.tandem.feedback.FeedbackEvent.Rating;
import dev.tandem.feedback.FeedbackEvent.Retraction;
import dev.tandem.feedback.FeedbackEvent.Share;
import dev.tandem.feedback.FeedbackEvent.SlateServed;
import dev.tandem.feedback.FeedbackLog;
import dev.tandem.identity.UserId;
import dev.tandem.learning.TrainingSituations;
import dev.tandem.library.AssetId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Joins the events of the log with the slates they belong to. It reads the log once, in pages, and
 * keeps the newest slates only, so memory is bounded however long the log is.
 */
final class SlateJoin {
  private static final int PAGE = 2_000;
  private static final String COPIED = "copy:";

  private final TrainingSituations.Reading situations;
  private final Map<String, OpenSession> slates;
  private final Map<String, Place> shares;
  private final Map<String, FeedbackEvent> undoable;
  private final Map<LocalDate, Integer> live = new HashMap<>();
  private LongConsumer progress = events -> {};
  private int withoutSlate;
  private long read;
  private long cursor;

  private record Place(String slate, AssetId asset) {}

  /**
   * What came out of the log, before anything is weighed down.
   *
   * @param live by day (UTC), slates of surfaces on which models can be compared before reps
   */
  record Joined(
      List<Session> sessions, long events, int withoutSlate, Map<LocalDate, Integer> live) {
    int liveSince(LocalDate day) {
      return live.entrySet().stream()
          .filter(each -> !each.getKey().isBefore(day))
          .mapToInt(Map.Entry::getValue)
          .sum();
    }
  }

  private SlateJoin(TrainingSituations situations, int mostSlates) {
    this.situations = situations.read(() -> progress.accept(read));
    this.slates = newest(mostSlates);
    this.shares = newest(4 * mostSlates);
    this.undoable = newest(8 * mostSlates);
  }

  /**
   * @param mostSlates so many of the newest are kept
   * @param mostEvents so many of the newest are read at first
   */
  static SlateJoin begin(
      FeedbackLog log, TrainingSituations situations, int mostSlates, long mostEvents) {
    var join = new SlateJoin(situations, mostSlates);
    join.cursor = Math.max(0, log.latestSequence() - mostEvents);
    return join;
  }

  /** Reads what is new, and answers with all that is kept. */
  Joined goOn(FeedbackLog log, LongConsumer progress) {
    this.progress = progress;
    for (var page = log.after(cursor, PAGE); !page.isEmpty(); page = log.after(cursor, PAGE)) {
      for (var logged : page) take(logged.sequence(), logged.event());
      cursor = page.getLast().sequence();
      progress.accept(read);
    }
    var sessions = new ArrayList<Session>();
    slates.values().forEach(slate -> slate.judged().ifPresent(sessions::add));
    return new Joined(sessions, read, withoutSlate, Map.copyOf(live));
  }

  /** Whether what was described would be described otherwise now. */
  boolean outdated() {
    return situations.outdated();
  }

  private void take(long sequence, FeedbackEvent event) {
    read++;
    if (event instanceof SlateServed served) {
      if (served.arm() != null)
        live.merge(LocalDate.ofInstant(served.at(), ZoneOffset.UTC), 1, Integer::sum);
      slates.putIfAbsent(
          served.slate(), new OpenSession(sequence, served, situations.describe(served)));
    } else if (event instanceof Retraction retraction) {
      var taken = undoable.remove(retraction.retracted());
      if (taken != null) count(taken, -1);
    } else {
      count(event, 1);
    }
    if (event instanceof SlateServed || !(event instanceof Impression))
      undoable.put(event.key(), slim(event));
    situations.follow(event);
  }

  /** A slate is taken back by its name alone; its items need not be kept twice. */
  private static FeedbackEvent slim(FeedbackEvent event) {
    return event instanceof SlateServed served
        ? new Impression(served.key(), served.at(), served.slate(), new AssetId("-"))
        : event;
  }

  private void count(FeedbackEvent event, int sign) {
    switch (event) {
      case Impression seen -> {
        if (sign < 0) slates.remove(seen.slate()); // the mark of a slate, see slim()
        else
          on(seen.slate(), null, seen.asset(), slate -> slate.count(seen.asset(), Reward.SEEN, 1));
      }
      case AssetUsed used -> {
        var reward = used.use() == AssetUsed.Use.OPEN ? Reward.OPENED : Reward.TAKEN;
        on(
            used.slate(),
            used.rep(),
            used.asset(),
            slate -> slate.count(used.asset(), reward, sign));
        if (used.key().startsWith(COPIED) && used.slate() != null)
          given(used.key().substring(COPIED.length()), used.slate(), used.asset(), sign);
      }
      case Share sent -> {
        on(
            sent.slate(),
            sent.rep(),
            sent.asset(),
            slate -> slate.count(sent.asset(), Reward.SENT, sign));
        if (sent.slate() != null) given(sent.share(), sent.slate(), sent.asset(), sign);
      }
      case BuyerView view -> {
        var place = shares.get(view.share());
        if (place != null && place.asset().equals(view.asset()))
          on(
              place.slate(),
              null,
              view.asset(),
              slate -> {
                slate.count(view.asset(), Reward.BUYER_OPENED, sign);
                slate.read(view.asset(), view.seconds(), sign);
              });
      }
      case Rating rating ->
          on(
              rating.slate(),
              rating.rep(),
              rating.asset(),
              slate -> {
                if (rating.helpful()) slate.count(rating.asset(), Reward.HELPFUL, sign);
                else slate.against(rating.asset(), Reward.NOT_HELPFUL_WEIGHT, sign);
              });
      case Dismissal dismissal ->
          on(
              dismissal.slate(),
              dismissal.rep(),
              dismissal.asset(),
              slate ->
                  slate.against(
                      dismissal.asset(), Reward.dismissalWeight(dismissal.reason()), sign));
      case SlateServed _ -> {}
      case Retraction _ -> {}
    }
  }

  private void given(String share, String slate, AssetId asset, int sign) {
    if (sign > 0) shares.putIfAbsent(share, new Place(slate, asset));
    else shares.remove(share);
  }

  /** Counts only what the rep of the slate did with something that stood on it. */
  private void on(
      @Nullable String slate,
      @Nullable UserId rep,
      AssetId asset,
      java.util.function.Consumer<OpenSession> then) {
    var session = slate == null ? null : slates.get(slate);
    if (session == null || !session.has(asset) || (rep != null && !rep.equals(session.rep))) {
      withoutSlate++;
      return;
    }
    then.accept(session);
  }

  private static <V> Map<String, V> newest(int most) {
    return new LinkedHashMap<>() {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > most;
      }
    };
  }
}
