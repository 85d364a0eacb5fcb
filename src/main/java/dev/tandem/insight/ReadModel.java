package dev.tandem.insight;

import dev.tandem.deals.Opportunities;
import dev.tandem.deals.OpportunityId;
import dev.tandem.deals.StageEntry;
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
import dev.tandem.feedback.FeedbackLog.LoggedEvent;
import dev.tandem.insight.EventTable.EventRow;
import dev.tandem.insight.EventTable.SlateRow;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Follows the feedback log and keeps the tables of the reports up to date. */
@Component
class ReadModel {
  private static final int BATCH = 2_000;

  private final FeedbackLog log;
  private final Opportunities opportunities;
  private final EventTable table;
  private final TransactionTemplate transaction;
  private final ReentrantLock oneAtATime = new ReentrantLock();

  ReadModel(
      FeedbackLog log,
      Opportunities opportunities,
      EventTable table,
      TransactionTemplate transaction) {
    this.log = log;
    this.opportunities = opportunities;
    this.table = table;
    this.transaction = transaction;
  }

  /**
   * Takes in everything that the log has by now. Reports call it, so that they are never behind.
   */
  @Scheduled(fixedDelay = 5_000)
  void catchUp() {
    oneAtATime.lock();
    try {
      long done = table.progress();
      for (var batch = log.after(done, BATCH); !batch.isEmpty(); batch = log.after(done, BATCH)) {
        var events = batch;
        transaction.executeWithoutResult(status -> take(events));
        done = batch.getLast().sequence();
      }
    } finally {
      oneAtATime.unlock();
    }
  }

  /** Forgets everything and reads the log from its start. */
  void rebuild() {
    oneAtATime.lock();
    try {
      table.clear();
      catchUp();
    } finally {
      oneAtATime.unlock();
    }
  }

  private void take(List<LoggedEvent> batch) {
    var slates = slatesOf(batch);
    var shares = sharesOf(batch);
    var histories = opportunities.stageHistories(dealsOf(batch, slates, shares));
    var progress = batch.getLast().sequence();
    table.addSlates(
        batch.stream()
            .map(LoggedEvent::event)
            .filter(SlateServed.class::isInstance)
            .map(SlateServed.class::cast)
            .map(served -> slateRow(served, histories))
            .toList());
    table.addEvents(
        batch.stream()
            .map(logged -> eventRow(logged, slates, shares, histories))
            .filter(Objects::nonNull)
            .toList());
    table.retract(
        batch.stream()
            .map(LoggedEvent::event)
            .filter(Retraction.class::isInstance)
            .map(event -> ((Retraction) event).retracted())
            .toList());
    table.setProgress(progress);
  }

  /** Who and what the slates named in a batch were for, from this batch or from earlier ones. */
  private Map<String, SlateRow> slatesOf(List<LoggedEvent> batch) {
    var named = new HashSet<String>();
    for (var logged : batch) {
      var slate = slateOf(logged.event());
      if (slate != null) named.add(slate);
    }
    var known = table.slates(named);
    for (var logged : batch)
      if (logged.event() instanceof SlateServed served && !known.containsKey(served.slate()))
        known.put(served.slate(), slateRow(served, Map.of()));
    return known;
  }

  private Map<String, EventRow> sharesOf(List<LoggedEvent> batch) {
    var named =
        batch.stream()
            .map(LoggedEvent::event)
            .filter(BuyerView.class::isInstance)
            .map(event -> ((BuyerView) event).share())
            .collect(Collectors.toSet());
    var known = table.shares(named);
    for (var logged : batch)
      if (logged.event() instanceof Share share && named.contains(share.share()))
        known.putIfAbsent(share.share(), shareRow(logged.sequence(), share, null));
    return known;
  }

  private static HashSet<OpportunityId> dealsOf(
      List<LoggedEvent> batch, Map<String, SlateRow> slates, Map<String, EventRow> shares) {
    var deals = new HashSet<OpportunityId>();
    for (var logged : batch) {
      var deal =
          switch (logged.event()) {
            case SlateServed event -> event.deal();
            case AssetUsed event -> event.deal();
            case Share event -> event.deal();
            case Rating event -> event.deal();
            default -> null;
          };
      if (deal != null) deals.add(deal);
    }
    slates.values().forEach(row -> addTo(deals, row.deal()));
    shares.values().forEach(row -> addTo(deals, row.deal()));
    return deals;
  }

  private static void addTo(HashSet<OpportunityId> deals, @Nullable String deal) {
    if (deal != null) deals.add(new OpportunityId(deal));
  }

  private static @Nullable String slateOf(FeedbackEvent event) {
    return switch (event) {
      case SlateServed served -> served.slate();
      case Impression seen -> seen.slate();
      case AssetUsed used -> used.slate();
      case Share share -> share.slate();
      case Rating rating -> rating.slate();
      case Dismissal dismissal -> dismissal.slate();
      case BuyerView _, Retraction _ -> null;
    };
  }

  private static SlateRow slateRow(
      SlateServed served, Map<OpportunityId, List<StageEntry>> histories) {
    return new SlateRow(
        served.slate(),
        served.at(),
        served.surface().id(),
        served.rep().value(),
        valueOf(served.deal()),
        served.query(),
        stageAt(histories, valueOf(served.deal()), served.at()));
  }

  private static EventRow shareRow(long sequence, Share share, @Nullable String stage) {
    return new EventRow(
        sequence,
        share.key(),
        share.at(),
        Action.SHARE,
        share.asset().value(),
        share.rep().value(),
        valueOf(share.deal()),
        stage,
        share.slate(),
        share.share(),
        null,
        null);
  }

  private static @Nullable EventRow eventRow(
      LoggedEvent logged,
      Map<String, SlateRow> slates,
      Map<String, EventRow> shares,
      Map<OpportunityId, List<StageEntry>> histories) {
    long n = logged.sequence();
    return switch (logged.event()) {
      case SlateServed _, Retraction _ -> null;
      case Impression e -> {
        var slate = slates.get(e.slate());
        var rep = slate == null ? null : slate.rep();
        var deal = slate == null ? null : slate.deal();
        var stage = stageAt(histories, deal, e.at());
        yield new EventRow(
            n,
            e.key(),
            e.at(),
            Action.IMPRESSION,
            e.asset().value(),
            rep,
            deal,
            stage,
            e.slate(),
            null,
            null,
            null);
      }
      case AssetUsed e -> {
        var deal = dealOf(e.deal(), e.slate(), slates);
        yield new EventRow(
            n,
            e.key(),
            e.at(),
            switch (e.use()) {
              case OPEN -> Action.OPEN;
              case DOWNLOAD -> Action.DOWNLOAD;
              case COPY_LINK -> Action.COPY_LINK;
            },
            e.asset().value(),
            e.rep().value(),
            deal,
            stageAt(histories, deal, e.at()),
            e.slate(),
            null,
            null,
            null);
      }
      case Share e -> {
        var deal = dealOf(e.deal(), e.slate(), slates);
        var row = shareRow(n, e, stageAt(histories, deal, e.at()));
        yield deal == null || e.deal() != null ? row : row.onDeal(deal);
      }
      case BuyerView e -> {
        var share = shares.get(e.share());
        var deal = share == null ? null : share.deal();
        yield new EventRow(
            n,
            e.key(),
            e.at(),
            Action.BUYER_VIEW,
            e.asset().value(),
            share == null ? null : share.rep(),
            deal,
            stageAt(histories, deal, e.at()),
            null,
            e.share(),
            e.seconds(),
            null);
      }
      case Rating e -> {
        var deal = dealOf(e.deal(), e.slate(), slates);
        yield new EventRow(
            n,
            e.key(),
            e.at(),
            e.helpful() ? Action.HELPFUL : Action.NOT_HELPFUL,
            e.asset().value(),
            e.rep().value(),
            deal,
            stageAt(histories, deal, e.at()),
            e.slate(),
            null,
            null,
            e.reason());
      }
      case Dismissal e -> {
        var deal = dealOf(null, e.slate(), slates);
        yield new EventRow(
            n,
            e.key(),
            e.at(),
            Action.DISMISSAL,
            e.asset().value(),
            e.rep().value(),
            deal,
            stageAt(histories, deal, e.at()),
            e.slate(),
            null,
            null,
            e.reason());
      }
    };
  }

  private static @Nullable String dealOf(
      @Nullable OpportunityId named, @Nullable String slate, Map<String, SlateRow> slates) {
    if (named != null) return named.value();
    var row = slate == null ? null : slates.get(slate);
    return row == null ? null : row.deal();
  }

  private static @Nullable String valueOf(@Nullable OpportunityId id) {
    return id == null ? null : id.value();
  }

  /** The buyer's stage a deal had at a moment; its first known one for moments before that. */
  private static @Nullable String stageAt(
      Map<OpportunityId, List<StageEntry>> histories, @Nullable String deal, Instant at) {
    if (deal == null) return null;
    var history = histories.getOrDefault(new OpportunityId(deal), List.of());
    StageEntry found = null;
    for (var entry : history) if (found == null || !entry.enteredOn().isAfter(at)) found = entry;
    var stage = found == null ? null : found.stage().stage();
    return stage == null ? null : stage.id();
  }
}
