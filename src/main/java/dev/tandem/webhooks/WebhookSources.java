package dev.tandem.webhooks;

import dev.tandem.feedback.FeedbackEvent.BuyerView;
import dev.tandem.feedback.FeedbackLog;
import dev.tandem.learning.ModelRegistry;
import dev.tandem.library.Asset;
import dev.tandem.library.Assets;
import dev.tandem.library.LifecycleState;
import dev.tandem.requests.ContentRequest;
import dev.tandem.requests.ContentRequests;
import dev.tandem.requests.RequestFilter;
import dev.tandem.requests.RequestState;
import dev.tandem.webhooks.WebhookEvent.Type;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds what is to be told, by following each module from where it stood; the first time only notes
 * where that is. Cursor and outbox change in one transaction, so nothing is lost or told twice.
 */
@Component
@ConditionalOnWebApplication
class WebhookSources {

  /** Far more than are delivered between two looks. */
  private static final int NEWEST_REQUESTS = 500;

  private static final int BATCH = 500;

  private final FeedbackLog log;
  private final ModelRegistry models;
  private final ContentRequests requests;
  private final Assets assets;
  private final AssetStates states;
  private final ToldRequests told;
  private final WebhookOutbox outbox;
  private final TransactionTemplate transaction;
  private final Clock clock;

  WebhookSources(
      FeedbackLog log,
      ModelRegistry models,
      ContentRequests requests,
      Assets assets,
      AssetStates states,
      ToldRequests told,
      WebhookOutbox outbox,
      TransactionTemplate transaction,
      Clock clock) {
    this.log = log;
    this.models = models;
    this.requests = requests;
    this.assets = assets;
    this.states = states;
    this.told = told;
    this.outbox = outbox;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 5_000, initialDelay = 10_000)
  void follow() {
    transaction.executeWithoutResult(status -> views());
    transaction.executeWithoutResult(status -> decisions());
    transaction.executeWithoutResult(status -> deliveredRequests());
    transaction.executeWithoutResult(status -> changedAssets());
    transaction.executeWithoutResult(status -> expiredToday());
  }

  private void views() {
    var reached = outbox.reached("feedback");
    if (reached.isEmpty()) {
      outbox.reach("feedback", log.latestSequence());
      return;
    }
    var events = log.after(reached.get(), BATCH);
    for (var logged : events)
      if (logged.event() instanceof BuyerView view)
        outbox.add(
            new WebhookEvent(
                "share.viewed:" + view.share() + ":" + view.visitor(),
                Type.SHARE_VIEWED,
                view.at(),
                Map.of("share", view.share(), "asset", view.asset().value())));
    if (!events.isEmpty()) outbox.reach("feedback", events.getLast().sequence());
  }

  private void decisions() {
    var history = models.history(50);
    long newest = history.isEmpty() ? 0 : history.getFirst().number();
    var reached = outbox.reached("models");
    reached.ifPresent(
        place ->
            history.stream()
                .filter(decision -> decision.number() > place)
                .filter(decision -> decision.kind().putsToUse())
                .forEach(
                    decision ->
                        outbox.add(
                            new WebhookEvent(
                                "model.promoted:" + decision.number(),
                                Type.MODEL_PROMOTED,
                                decision.at(),
                                Map.of(
                                    "kind",
                                    decision.kind().name().toLowerCase(Locale.ROOT),
                                    "version",
                                    decision.version(),
                                    "before",
                                    decision.before(),
                                    "reason",
                                    decision.reason())))));
    if (reached.isEmpty() || newest > reached.get()) outbox.reach("models", newest);
  }

  /**
   * By what was told, not by when it was delivered: two are delivered in the same millisecond, and
   * one may become visible after a later one. The cursor only says from when on things are told.
   */
  private void deliveredRequests() {
    var done =
        requests
            .page(
                RequestFilter.ALL.in(List.of(RequestState.DELIVERED, RequestState.PROVEN)),
                0,
                NEWEST_REQUESTS)
            .items();
    var fresh = told.keep(done.stream().map(ContentRequest::id).toList());
    var from = outbox.reached("requests");
    if (from.isEmpty()) {
      outbox.reach("requests", clock.millis() - 1);
      return;
    }
    for (var request : done) {
      var delivery = request.delivery();
      if (delivery == null
          || !fresh.contains(request.id())
          || delivery.at().toEpochMilli() <= from.get()) continue;
      outbox.add(
          new WebhookEvent(
              "request.delivered:" + request.id(),
              Type.REQUEST_DELIVERED,
              delivery.at(),
              Map.of(
                  "request", Long.toString(request.id()), "asked_by", request.askedBy().value())));
    }
  }

  private void changedAssets() {
    var reached = outbox.reached("library");
    if (reached.isEmpty()) {
      var today = LocalDate.now(clock);
      long now = assets.latestRevision();
      assets.all().forEach(asset -> states.put(asset.id(), asset.stateOn(today)));
      outbox.reach("library", now);
      return;
    }
    var changes = assets.changedAfter(reached.get(), BATCH);
    for (var change : changes) {
      var asset = change.asset();
      if (asset == null) states.remove(change.id());
      else look(asset);
    }
    if (!changes.isEmpty()) outbox.reach("library", changes.getLast().revision());
  }

  /** Assets expire by the calendar, without a change of theirs. */
  private void expiredToday() {
    long today = LocalDate.now(clock).toEpochDay();
    if (outbox.reached("calendar").filter(day -> day == today).isPresent()) return;
    assets.all().forEach(this::look);
    outbox.reach("calendar", today);
  }

  private void look(Asset asset) {
    var state = asset.stateOn(LocalDate.now(clock));
    var before = states.find(asset.id());
    if (before.isPresent() && before.get() == state) return;
    states.put(asset.id(), state);
    boolean wasPublic = before.isPresent() && before.get().recommendable();
    if (state.recommendable() && !wasPublic) tell(asset, Type.ASSET_PUBLISHED);
    if (state == LifecycleState.EXPIRED) tell(asset, Type.ASSET_EXPIRED);
  }

  private void tell(Asset asset, Type type) {
    outbox.add(
        new WebhookEvent(
            type.id() + ":" + asset.id() + ":" + asset.revision(),
            type,
            clock.instant(),
            Map.of("asset", asset.id().value(), "title", asset.title().value())));
  }
}
